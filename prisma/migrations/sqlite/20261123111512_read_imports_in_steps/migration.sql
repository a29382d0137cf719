-- AlterTable
ALTER TABLE "ImportDraft" ADD COLUMN "unreadFromUtf16" INTEGER;
