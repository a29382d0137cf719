-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "searchKey" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "searchKey" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Statement" ADD COLUMN     "searchKey" TEXT NOT NULL DEFAULT '';
