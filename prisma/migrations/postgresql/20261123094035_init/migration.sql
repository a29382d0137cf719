-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'reader',
    "disabledAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
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
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outlet" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'unspecified',
    "homepage" TEXT,
    "country" TEXT,
    "language" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Outlet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Speaker" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "wikidataId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SpeakerAlias" (
    "id" TEXT NOT NULL,
    "speakerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'alias',
    "language" TEXT,

    CONSTRAINT "SpeakerAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Affiliation" (
    "id" TEXT NOT NULL,
    "speakerId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "bodySpeakerId" TEXT,
    "heldFrom" TIMESTAMP(3),
    "heldFromPrecision" TEXT,
    "heldTo" TIMESTAMP(3),
    "heldToPrecision" TEXT,
    "recordedById" TEXT,
    "recordedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConfidentialIdentity" (
    "id" TEXT NOT NULL,
    "speakerId" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recordedById" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConfidentialIdentity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL,
    "publicId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'article',
    "outletId" TEXT,
    "address" TEXT,
    "author" TEXT,
    "publishedOn" TIMESTAMP(3),
    "publishedOnPrecision" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "lengthUtf16" INTEGER NOT NULL,
    "retrievedAt" TIMESTAMP(3) NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportDraft" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ImportDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportProposal" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "found" TEXT NOT NULL,
    "startUtf16" INTEGER NOT NULL,
    "endUtf16" INTEGER NOT NULL,
    "edited" TEXT,
    "speakerId" TEXT,
    "decision" TEXT NOT NULL DEFAULT 'pending',
    "statementId" TEXT,

    CONSTRAINT "ImportProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" TEXT NOT NULL,
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
    "saidOn" TIMESTAMP(3),
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
    "publishedAt" TIMESTAMP(3),
    "occurredAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "capturedById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Anchor" (
    "id" TEXT NOT NULL,
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
    "checkedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Anchor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttributionHop" (
    "id" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "speakerId" TEXT,
    "sourceId" TEXT,

    CONSTRAINT "AttributionHop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatementVersion" (
    "id" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "wording" TEXT NOT NULL,
    "snapshot" TEXT NOT NULL,
    "publishedById" TEXT,
    "publishedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "StatementVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "givenById" TEXT,
    "givenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Retraction" (
    "id" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMP(3) NOT NULL,
    "confirmedById" TEXT,
    "confirmedAt" TIMESTAMP(3),
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "Retraction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "proposition" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'captured',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Position" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "takenById" TEXT,
    "takenAt" TIMESTAMP(3) NOT NULL,
    "supersededAt" TIMESTAMP(3),

    CONSTRAINT "Position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Relation" (
    "id" TEXT NOT NULL,
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
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RelationDecision" (
    "id" TEXT NOT NULL,
    "relationId" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "resolution" TEXT,
    "reason" TEXT NOT NULL,
    "madeById" TEXT,
    "madeAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RelationDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL,
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
    "addedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourcingAssessment" (
    "id" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "attributionTerms" TEXT NOT NULL,
    "sourceIdentity" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "proximity" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "reliability" TEXT NOT NULL DEFAULT 'F',
    "credibility" INTEGER NOT NULL DEFAULT 6,
    "embargoedUntil" TIMESTAMP(3),
    "note" TEXT NOT NULL DEFAULT '',
    "assessedById" TEXT,
    "assessedAt" TIMESTAMP(3) NOT NULL,
    "supersededAt" TIMESTAMP(3),

    CONSTRAINT "SourcingAssessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourcingFacet" (
    "assessmentId" TEXT NOT NULL,
    "facet" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "SourcingFacet_pkey" PRIMARY KEY ("assessmentId","facet","value")
);

-- CreateTable
CREATE TABLE "TruthScale" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isOrdered" BOOLEAN NOT NULL,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "TruthScale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScaleLabel" (
    "id" TEXT NOT NULL,
    "scaleId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "number" INTEGER,
    "colour" TEXT NOT NULL,
    "icon" TEXT NOT NULL,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "ScaleLabel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verdict" (
    "id" TEXT NOT NULL,
    "statementId" TEXT,
    "claimId" TEXT,
    "axis" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "scaleLabelId" TEXT,
    "reasons" TEXT NOT NULL,
    "uncertainty" TEXT NOT NULL DEFAULT '',
    "speakerAskedOn" TIMESTAMP(3),
    "speakerAnswered" TEXT NOT NULL DEFAULT '',
    "asOf" TIMESTAMP(3) NOT NULL,
    "givenById" TEXT,
    "givenAt" TIMESTAMP(3) NOT NULL,
    "supersededAt" TIMESTAMP(3),

    CONSTRAINT "Verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL,
    "statementId" TEXT,
    "claimId" TEXT,
    "assigneeId" TEXT,
    "submittedById" TEXT,
    "dueOn" TIMESTAMP(3),
    "openedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewTransition" (
    "id" TEXT NOT NULL,
    "reviewId" TEXT NOT NULL,
    "fromState" TEXT NOT NULL,
    "toState" TEXT NOT NULL,
    "actorId" TEXT,
    "actorRole" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMP(3) NOT NULL,
    "version" INTEGER,

    CONSTRAINT "ReviewTransition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewCheck" (
    "id" TEXT NOT NULL,
    "reviewId" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "isDone" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "checkedById" TEXT,
    "checkedAt" TIMESTAMP(3) NOT NULL,
    "supersededAt" TIMESTAMP(3),

    CONSTRAINT "ReviewCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewComment" (
    "id" TEXT NOT NULL,
    "reviewId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "authorId" TEXT,
    "writtenAt" TIMESTAMP(3) NOT NULL,
    "resolvedById" TEXT,
    "resolvedAt" TIMESTAMP(3),

    CONSTRAINT "ReviewComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Story" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoryClaim" (
    "storyId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,

    CONSTRAINT "StoryClaim_pkey" PRIMARY KEY ("storyId","claimId")
);

-- CreateTable
CREATE TABLE "StorySource" (
    "storyId" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,

    CONSTRAINT "StorySource_pkey" PRIMARY KEY ("storyId","sourceId")
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

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpeakerAlias" ADD CONSTRAINT "SpeakerAlias_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Affiliation" ADD CONSTRAINT "Affiliation_bodySpeakerId_fkey" FOREIGN KEY ("bodySpeakerId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConfidentialIdentity" ADD CONSTRAINT "ConfidentialIdentity_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_outletId_fkey" FOREIGN KEY ("outletId") REFERENCES "Outlet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportProposal" ADD CONSTRAINT "ImportProposal_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ImportDraft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttributionHop" ADD CONSTRAINT "AttributionHop_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttributionHop" ADD CONSTRAINT "AttributionHop_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttributionHop" ADD CONSTRAINT "AttributionHop_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementVersion" ADD CONSTRAINT "StatementVersion_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Retraction" ADD CONSTRAINT "Retraction_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Relation" ADD CONSTRAINT "Relation_toId_fkey" FOREIGN KEY ("toId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelationDecision" ADD CONSTRAINT "RelationDecision_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "Relation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_relationId_fkey" FOREIGN KEY ("relationId") REFERENCES "Relation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_verdictId_fkey" FOREIGN KEY ("verdictId") REFERENCES "Verdict"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourcingAssessment" ADD CONSTRAINT "SourcingAssessment_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourcingFacet" ADD CONSTRAINT "SourcingFacet_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "SourcingAssessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScaleLabel" ADD CONSTRAINT "ScaleLabel_scaleId_fkey" FOREIGN KEY ("scaleId") REFERENCES "TruthScale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_scaleLabelId_fkey" FOREIGN KEY ("scaleLabelId") REFERENCES "ScaleLabel"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewTransition" ADD CONSTRAINT "ReviewTransition_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewCheck" ADD CONSTRAINT "ReviewCheck_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewComment" ADD CONSTRAINT "ReviewComment_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoryClaim" ADD CONSTRAINT "StoryClaim_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoryClaim" ADD CONSTRAINT "StoryClaim_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StorySource" ADD CONSTRAINT "StorySource_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StorySource" ADD CONSTRAINT "StorySource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
