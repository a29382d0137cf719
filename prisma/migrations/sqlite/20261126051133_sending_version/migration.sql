-- AlterTable
ALTER TABLE "Sending" ADD COLUMN "version" INTEGER;
