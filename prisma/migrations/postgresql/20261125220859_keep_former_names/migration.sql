-- CreateTable
CREATE TABLE "FormerName" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FormerName_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FormerName_userId_until_idx" ON "FormerName"("userId", "until");

-- AddForeignKey
ALTER TABLE "FormerName" ADD CONSTRAINT "FormerName_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
