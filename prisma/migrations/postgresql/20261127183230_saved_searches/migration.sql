-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "salt" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedSearchSeen" (
    "searchId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SavedSearchSeen_pkey" PRIMARY KEY ("searchId","userId")
);

-- CreateIndex
CREATE INDEX "SavedSearch_ownerId_createdAt_id_idx" ON "SavedSearch"("ownerId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "SavedSearch_isShared_createdAt_id_idx" ON "SavedSearch"("isShared", "createdAt", "id");

-- CreateIndex
CREATE INDEX "SavedSearchSeen_userId_idx" ON "SavedSearchSeen"("userId");

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearchSeen" ADD CONSTRAINT "SavedSearchSeen_searchId_fkey" FOREIGN KEY ("searchId") REFERENCES "SavedSearch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearchSeen" ADD CONSTRAINT "SavedSearchSeen_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
