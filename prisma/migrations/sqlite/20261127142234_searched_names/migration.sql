-- AlterTable
ALTER TABLE "Outlet" ADD COLUMN "searchKey" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "SpeakerAlias" ADD COLUMN "searchKey" TEXT NOT NULL DEFAULT '';

-- the index of words that was made of "nameKey"; each start makes what is missing
DROP TRIGGER IF EXISTS "SpeakerAlias_words_added";
DROP TRIGGER IF EXISTS "SpeakerAlias_words_removed";
DROP TRIGGER IF EXISTS "SpeakerAlias_words_changed";
DROP TABLE IF EXISTS "SpeakerAlias_words";
