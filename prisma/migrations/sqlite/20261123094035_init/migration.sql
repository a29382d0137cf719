-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'reader',
    "disabledAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "seq" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "actorRole" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "reason" TEXT,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Outlet" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'unspecified',
    "homepage" TEXT,
    "country" TEXT,
    "language" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "Speaker" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "wikidataId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "SpeakerAlias" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "speakerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'alias',
    "language" TEXT,
    CONSTRAINT "SpeakerAlias_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Affiliation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "speakerId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "bodySpeakerId" TEXT,
    "heldFrom" DATETIME,
    "heldFromPrecision" TEXT,
    "heldTo" DATETIME,
    "heldToPrecision" TEXT,
    "recordedById" TEXT,
    "recordedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Affiliation_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Affiliation_bodySpeakerId_fkey" FOREIGN KEY ("bodySpeakerId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ConfidentialIdentity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "speakerId" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recordedById" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ConfidentialIdentity_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'article',
    "outletId" TEXT,
    "address" TEXT,
    "author" TEXT,
    "publishedOn" DATETIME,
    "publishedOnPrecision" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Source_outletId_fkey" FOREIGN KEY ("outletId") REFERENCES "Outlet" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sourceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "lengthUtf16" INTEGER NOT NULL,
    "retrievedAt" DATETIME NOT NULL,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Edition_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "outletName" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "author" TEXT NOT NULL DEFAULT '',
    "publishedOn" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'en',
    "storyId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "sourceId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ImportProposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "draftId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "found" TEXT NOT NULL,
    "startUtf16" INTEGER NOT NULL,
    "endUtf16" INTEGER NOT NULL,
    "edited" TEXT,
    "speakerId" TEXT,
    "decision" TEXT NOT NULL DEFAULT 'pending',
    "statementId" TEXT,
    CONSTRAINT "ImportProposal_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ImportDraft" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicId" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "wordingKey" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "originalWording" TEXT,
    "originalLanguage" TEXT,
    "translatedBy" TEXT,
    "editMarks" TEXT NOT NULL DEFAULT '[]',
    "isDenial" BOOLEAN NOT NULL DEFAULT false,
    "speakerId" TEXT,
    "attribution" TEXT NOT NULL DEFAULT '',
    "roleThen" TEXT NOT NULL DEFAULT '',
    "cue" TEXT NOT NULL DEFAULT '',
    "saidOn" DATETIME,
    "saidOnPrecision" TEXT,
    "saidOnNote" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "event" TEXT NOT NULL DEFAULT '',
    "addressee" TEXT NOT NULL DEFAULT '',
    "context" TEXT NOT NULL DEFAULT '',
    "sourceId" TEXT NOT NULL,
    "storyId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'captured',
    "publishedVersion" INTEGER,
    "publishedAt" DATETIME,
    "occurredAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "capturedById" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Statement_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Statement_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Statement_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Anchor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "statementId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "startUtf16" INTEGER NOT NULL,
    "endUtf16" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "pieces" TEXT NOT NULL DEFAULT '[]',
    "contextStartUtf16" INTEGER NOT NULL,
    "contextEndUtf16" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'exact',
    "explanation" TEXT NOT NULL DEFAULT '',
    "checkedAt" DATETIME NOT NULL,
    CONSTRAINT "Anchor_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Anchor_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AttributionHop" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "statementId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "speakerId" TEXT,
    "sourceId" TEXT,
    CONSTRAINT "AttributionHop_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AttributionHop_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "AttributionHop_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StatementVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "statementId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,
    "snapshot" TEXT NOT NULL,
    "publishedById" TEXT,
    "publishedAt" DATETIME NOT NULL,
    CONSTRAINT "StatementVersion_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "statementId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "givenById" TEXT,
    "givenAt" DATETIME NOT NULL,
    CONSTRAINT "Correction_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Retraction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "statementId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "confirmedById" TEXT,
    "confirmedAt" DATETIME,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Retraction_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "proposition" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'captured',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "Position" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "claimId" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "takenById" TEXT,
    "takenAt" DATETIME NOT NULL,
    "supersededAt" DATETIME,
    CONSTRAINT "Position_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Position_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Relation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "publicId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'suggested',
    "resolution" TEXT,
    "rationale" TEXT NOT NULL,
    "comparability" TEXT NOT NULL,
    "suggestedBy" TEXT NOT NULL DEFAULT '',
    "wordingsKey" TEXT NOT NULL DEFAULT '',
    "valueFrom" TEXT,
    "valueTo" TEXT,
    "unit" TEXT,
    "period" TEXT,
    "authorId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Relation_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Relation_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RelationDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "relationId" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "resolution" TEXT,
    "reason" TEXT NOT NULL,
    "madeById" TEXT,
    "madeAt" DATETIME NOT NULL,
    CONSTRAINT "RelationDecision_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "Relation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "stance" TEXT NOT NULL,
    "sourceId" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "excerpt" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "relationId" TEXT,
    "verdictId" TEXT,
    "claimId" TEXT,
    "addedById" TEXT,
    "addedAt" DATETIME NOT NULL,
    CONSTRAINT "Evidence_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Evidence_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "Relation" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Evidence_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SourcingAssessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "statementId" TEXT NOT NULL,
    "attributionTerms" TEXT NOT NULL,
    "sourceIdentity" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "proximity" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "reliability" TEXT NOT NULL DEFAULT 'F',
    "credibility" INTEGER NOT NULL DEFAULT 6,
    "embargoedUntil" DATETIME,
    "note" TEXT NOT NULL DEFAULT '',
    "assessedById" TEXT,
    "assessedAt" DATETIME NOT NULL,
    "supersededAt" DATETIME,
    CONSTRAINT "SourcingAssessment_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SourcingFacet" (
    "assessmentId" TEXT NOT NULL,
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    PRIMARY KEY ("assessmentId", "facet", "value"),
    CONSTRAINT "SourcingFacet_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "SourcingAssessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TruthScale" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isOrdered" BOOLEAN NOT NULL,
    "retiredAt" DATETIME
);

-- CreateTable
CREATE TABLE "ScaleLabel" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "scaleId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "number" INTEGER,
    "colour" TEXT NOT NULL,
    "icon" TEXT NOT NULL,
    "retiredAt" DATETIME,
    CONSTRAINT "ScaleLabel_scaleId_fkey" FOREIGN KEY ("scaleId") REFERENCES "TruthScale" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verdict" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "statementId" TEXT,
    "claimId" TEXT,
    "axis" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "scaleLabelId" TEXT,
    "reasons" TEXT NOT NULL,
    "uncertainty" TEXT NOT NULL DEFAULT '',
    "speakerAskedOn" DATETIME,
    "speakerAnswered" TEXT NOT NULL DEFAULT '',
    "asOf" DATETIME NOT NULL,
    "givenById" TEXT,
    "givenAt" DATETIME NOT NULL,
    "supersededAt" DATETIME,
    CONSTRAINT "Verdict_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Verdict_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Verdict_scaleLabelId_fkey" FOREIGN KEY ("scaleLabelId") REFERENCES "ScaleLabel" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "statementId" TEXT,
    "claimId" TEXT,
    "assigneeId" TEXT,
    "submittedById" TEXT,
    "dueOn" DATETIME,
    "openedAt" DATETIME NOT NULL,
    CONSTRAINT "Review_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Review_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewTransition" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reviewId" TEXT NOT NULL,
    "fromState" TEXT NOT NULL,
    "toState" TEXT NOT NULL,
    "actorId" TEXT,
    "actorRole" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" DATETIME NOT NULL,
    "version" INTEGER,
    CONSTRAINT "ReviewTransition_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewCheck" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reviewId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "isDone" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "checkedById" TEXT,
    "checkedAt" DATETIME NOT NULL,
    "supersededAt" DATETIME,
    CONSTRAINT "ReviewCheck_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "reviewId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "authorId" TEXT,
    "writtenAt" DATETIME NOT NULL,
    "resolvedById" TEXT,
    "resolvedAt" DATETIME,
    CONSTRAINT "ReviewComment_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Story" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "StoryClaim" (
    "storyId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,

    PRIMARY KEY ("storyId", "claimId"),
    CONSTRAINT "StoryClaim_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StoryClaim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StorySource" (
    "storyId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,

    PRIMARY KEY ("storyId", "sourceId"),
    CONSTRAINT "StorySource_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StorySource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_providerId_accountId_key" ON "Account"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_seq_key" ON "AuditEntry"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_hash_key" ON "AuditEntry"("hash");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_seq_idx" ON "AuditEntry"("subjectType", "subjectId", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_seq_idx" ON "AuditEntry"("actorId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Outlet_slug_key" ON "Outlet"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Outlet_nameKey_key" ON "Outlet"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Speaker_slug_key" ON "Speaker"("slug");

-- CreateIndex
CREATE INDEX "Speaker_sortName_id_idx" ON "Speaker"("sortName", "id");

-- CreateIndex
CREATE INDEX "Speaker_kind_sortName_id_idx" ON "Speaker"("kind", "sortName", "id");

-- CreateIndex
CREATE INDEX "SpeakerAlias_nameKey_idx" ON "SpeakerAlias"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "SpeakerAlias_speakerId_nameKey_key" ON "SpeakerAlias"("speakerId", "nameKey");

-- CreateIndex
CREATE INDEX "Affiliation_speakerId_heldFrom_idx" ON "Affiliation"("speakerId", "heldFrom");

-- CreateIndex
CREATE INDEX "Affiliation_bodySpeakerId_idx" ON "Affiliation"("bodySpeakerId");

-- CreateIndex
CREATE UNIQUE INDEX "ConfidentialIdentity_speakerId_key" ON "ConfidentialIdentity"("speakerId");

-- CreateIndex
CREATE UNIQUE INDEX "Source_publicId_key" ON "Source"("publicId");

-- CreateIndex
CREATE INDEX "Source_outletId_id_idx" ON "Source"("outletId", "id");

-- CreateIndex
CREATE INDEX "Source_address_idx" ON "Source"("address");

-- CreateIndex
CREATE INDEX "Edition_sha256_idx" ON "Edition"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_sourceId_number_key" ON "Edition"("sourceId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_sourceId_sha256_key" ON "Edition"("sourceId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "ImportDraft_publicId_key" ON "ImportDraft"("publicId");

-- CreateIndex
CREATE INDEX "ImportDraft_ownerId_state_id_idx" ON "ImportDraft"("ownerId", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ImportProposal_draftId_ordinal_key" ON "ImportProposal"("draftId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_publicId_key" ON "Statement"("publicId");

-- CreateIndex
CREATE INDEX "Statement_occurredAt_id_idx" ON "Statement"("occurredAt", "id");

-- CreateIndex
CREATE INDEX "Statement_speakerId_occurredAt_id_idx" ON "Statement"("speakerId", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "Statement_state_occurredAt_id_idx" ON "Statement"("state", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "Statement_speakerId_state_occurredAt_id_idx" ON "Statement"("speakerId", "state", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "Statement_storyId_state_occurredAt_id_idx" ON "Statement"("storyId", "state", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "Statement_sourceId_occurredAt_id_idx" ON "Statement"("sourceId", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "Statement_form_state_occurredAt_id_idx" ON "Statement"("form", "state", "occurredAt", "id");

-- CreateIndex
CREATE INDEX "Statement_state_publishedAt_id_idx" ON "Statement"("state", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "Anchor_editionId_startUtf16_idx" ON "Anchor"("editionId", "startUtf16");

-- CreateIndex
CREATE UNIQUE INDEX "Anchor_statementId_editionId_key" ON "Anchor"("statementId", "editionId");

-- CreateIndex
CREATE INDEX "AttributionHop_speakerId_idx" ON "AttributionHop"("speakerId");

-- CreateIndex
CREATE INDEX "AttributionHop_sourceId_idx" ON "AttributionHop"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "AttributionHop_statementId_ordinal_key" ON "AttributionHop"("statementId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "StatementVersion_statementId_number_key" ON "StatementVersion"("statementId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Correction_statementId_versionNumber_key" ON "Correction"("statementId", "versionNumber");

-- CreateIndex
CREATE INDEX "Retraction_statementId_idx" ON "Retraction"("statementId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_slug_key" ON "Claim"("slug");

-- CreateIndex
CREATE INDEX "Position_claimId_supersededAt_idx" ON "Position"("claimId", "supersededAt");

-- CreateIndex
CREATE INDEX "Position_statementId_supersededAt_idx" ON "Position"("statementId", "supersededAt");

-- CreateIndex
CREATE UNIQUE INDEX "Relation_publicId_key" ON "Relation"("publicId");

-- CreateIndex
CREATE INDEX "Relation_fromId_state_idx" ON "Relation"("fromId", "state");

-- CreateIndex
CREATE INDEX "Relation_toId_state_idx" ON "Relation"("toId", "state");

-- CreateIndex
CREATE INDEX "Relation_state_createdAt_id_idx" ON "Relation"("state", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Relation_type_fromId_toId_key" ON "Relation"("type", "fromId", "toId");

-- CreateIndex
CREATE INDEX "RelationDecision_relationId_madeAt_idx" ON "RelationDecision"("relationId", "madeAt");

-- CreateIndex
CREATE INDEX "Evidence_relationId_idx" ON "Evidence"("relationId");

-- CreateIndex
CREATE INDEX "Evidence_verdictId_idx" ON "Evidence"("verdictId");

-- CreateIndex
CREATE INDEX "Evidence_claimId_idx" ON "Evidence"("claimId");

-- CreateIndex
CREATE INDEX "Evidence_sourceId_idx" ON "Evidence"("sourceId");

-- CreateIndex
CREATE INDEX "SourcingAssessment_statementId_supersededAt_idx" ON "SourcingAssessment"("statementId", "supersededAt");

-- CreateIndex
CREATE INDEX "SourcingFacet_facet_value_idx" ON "SourcingFacet"("facet", "value");

-- CreateIndex
CREATE UNIQUE INDEX "TruthScale_key_key" ON "TruthScale"("key");

-- CreateIndex
CREATE UNIQUE INDEX "ScaleLabel_scaleId_key_key" ON "ScaleLabel"("scaleId", "key");

-- CreateIndex
CREATE INDEX "Verdict_statementId_supersededAt_idx" ON "Verdict"("statementId", "supersededAt");

-- CreateIndex
CREATE INDEX "Verdict_claimId_supersededAt_idx" ON "Verdict"("claimId", "supersededAt");

-- CreateIndex
CREATE INDEX "Verdict_scaleLabelId_idx" ON "Verdict"("scaleLabelId");

-- CreateIndex
CREATE UNIQUE INDEX "Review_statementId_key" ON "Review"("statementId");

-- CreateIndex
CREATE UNIQUE INDEX "Review_claimId_key" ON "Review"("claimId");

-- CreateIndex
CREATE INDEX "Review_assigneeId_dueOn_idx" ON "Review"("assigneeId", "dueOn");

-- CreateIndex
CREATE INDEX "ReviewTransition_reviewId_at_idx" ON "ReviewTransition"("reviewId", "at");

-- CreateIndex
CREATE INDEX "ReviewCheck_reviewId_supersededAt_idx" ON "ReviewCheck"("reviewId", "supersededAt");

-- CreateIndex
CREATE INDEX "ReviewComment_reviewId_writtenAt_idx" ON "ReviewComment"("reviewId", "writtenAt");

-- CreateIndex
CREATE UNIQUE INDEX "Story_slug_key" ON "Story"("slug");

-- CreateIndex
CREATE INDEX "StoryClaim_claimId_idx" ON "StoryClaim"("claimId");

-- CreateIndex
CREATE INDEX "StorySource_sourceId_idx" ON "StorySource"("sourceId");
