-- AlterTable
ALTER TABLE "Position" ADD COLUMN "lapsedAt" DATETIME;

-- AlterTable
ALTER TABLE "Story" ADD COLUMN "withdrawnAt" DATETIME;

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "givenById" TEXT,
    "givenAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "NoticePlace" (
    "noticeId" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,

    PRIMARY KEY ("noticeId", "subjectType", "subjectId"),
    CONSTRAINT "NoticePlace_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "NoticePlace_subjectType_subjectId_idx" ON "NoticePlace"("subjectType", "subjectId");
