-- CreateTable
CREATE TABLE "FormerName" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "until" DATETIME NOT NULL,
    CONSTRAINT "FormerName_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "FormerName_userId_until_idx" ON "FormerName"("userId", "until");
