-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "authorNames" TEXT;

-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN     "nameParts" TEXT;
