-- AlterTable
ALTER TABLE "Position" ADD COLUMN     "lapsedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Story" ADD COLUMN     "withdrawnAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "givenById" TEXT,
    "givenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticePlace" (
    "noticeId" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,

    CONSTRAINT "NoticePlace_pkey" PRIMARY KEY ("noticeId","subjectType","subjectId")
);

-- CreateIndex
CREATE INDEX "NoticePlace_subjectType_subjectId_idx" ON "NoticePlace"("subjectType", "subjectId");

-- AddForeignKey
ALTER TABLE "NoticePlace" ADD CONSTRAINT "NoticePlace_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
