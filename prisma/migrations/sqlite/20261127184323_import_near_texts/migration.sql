-- AlterTable
ALTER TABLE "ImportDraft" ADD COLUMN "joins" TEXT;
