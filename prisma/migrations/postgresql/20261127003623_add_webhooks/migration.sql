-- CreateTable
CREATE TABLE "Webhook" (
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "fromSeq" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "switchedOffAt" TIMESTAMP(3),
    "offBecause" TEXT NOT NULL DEFAULT '',
    "removedAt" TIMESTAMP(3),
    "failuresInARow" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "entrySeq" INTEGER,
    "event" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "happenedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "tries" TEXT NOT NULL DEFAULT '[]',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMP(3),
    "leaseUntil" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Webhook_removedAt_createdAt_id_idx" ON "Webhook"("removedAt", "createdAt", "id");

-- CreateIndex
CREATE INDEX "WebhookDelivery_state_dueAt_id_idx" ON "WebhookDelivery"("state", "dueAt", "id");

-- CreateIndex
CREATE INDEX "WebhookDelivery_webhookId_createdAt_id_idx" ON "WebhookDelivery"("webhookId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_webhookId_entrySeq_key" ON "WebhookDelivery"("webhookId", "entrySeq");

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
