-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_FormDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "window" TEXT NOT NULL DEFAULT '',
    "values" TEXT NOT NULL,
    "keptAt" DATETIME NOT NULL,
    CONSTRAINT "FormDraft_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_FormDraft" ("form", "id", "keptAt", "place", "userId", "values") SELECT "form", "id", "keptAt", "place", "userId", "values" FROM "FormDraft";
DROP TABLE "FormDraft";
ALTER TABLE "new_FormDraft" RENAME TO "FormDraft";
CREATE INDEX "FormDraft_keptAt_idx" ON "FormDraft"("keptAt");
CREATE UNIQUE INDEX "FormDraft_userId_place_form_window_key" ON "FormDraft"("userId", "place", "form", "window");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
