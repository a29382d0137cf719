-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Outlet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "searchKey" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL DEFAULT 'unspecified',
    "homepage" TEXT,
    "country" TEXT,
    "language" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO "new_Outlet" ("country", "createdAt", "homepage", "id", "kind", "language", "name", "nameKey", "slug", "version") SELECT "country", "createdAt", "homepage", "id", "kind", "language", "name", "nameKey", "slug", "version" FROM "Outlet";
DROP TABLE "Outlet";
ALTER TABLE "new_Outlet" RENAME TO "Outlet";
CREATE UNIQUE INDEX "Outlet_slug_key" ON "Outlet"("slug");
CREATE UNIQUE INDEX "Outlet_nameKey_key" ON "Outlet"("nameKey");
CREATE TABLE "new_SpeakerAlias" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "speakerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "searchKey" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL DEFAULT 'alias',
    "language" TEXT,
    CONSTRAINT "SpeakerAlias_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_SpeakerAlias" ("id", "kind", "language", "name", "nameKey", "speakerId") SELECT "id", "kind", "language", "name", "nameKey", "speakerId" FROM "SpeakerAlias";
DROP TABLE "SpeakerAlias";
ALTER TABLE "new_SpeakerAlias" RENAME TO "SpeakerAlias";
CREATE INDEX "SpeakerAlias_nameKey_idx" ON "SpeakerAlias"("nameKey");
CREATE UNIQUE INDEX "SpeakerAlias_speakerId_nameKey_key" ON "SpeakerAlias"("speakerId", "nameKey");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- the index of words that was made of "nameKey"; each start makes what is missing
DROP TRIGGER IF EXISTS "SpeakerAlias_words_added";
DROP TRIGGER IF EXISTS "SpeakerAlias_words_removed";
DROP TRIGGER IF EXISTS "SpeakerAlias_words_changed";
DROP TABLE IF EXISTS "SpeakerAlias_words";
