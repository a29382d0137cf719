-- DropIndex
DROP INDEX "FormDraft_userId_place_form_key";

-- AlterTable
ALTER TABLE "FormDraft" ADD COLUMN     "window" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE UNIQUE INDEX "FormDraft_userId_place_form_window_key" ON "FormDraft"("userId", "place", "form", "window");
