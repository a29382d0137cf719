-- AlterTable
ALTER TABLE "Story" ADD COLUMN "searchKey" TEXT NOT NULL DEFAULT '';
