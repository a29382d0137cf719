import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields.client";
import { Hidden } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/lib/forms";

interface CommentsProps {
  statementId: string;
  comments: readonly {
    id: string;
    body: string;
    author: string | null;
    writtenAt: Date;
    resolvedBy: string | null;
    resolvedAt: Date | null;
  }[];
  comment: FormAction;
  resolve: FormAction;
}

/** What colleagues wrote on the review; an open comment keeps the statement from approval. */
export function Comments({ statementId, comments, comment, resolve }: CommentsProps) {
  return (
    <div id="comments">
      {comments.length === 0 ? null : (
        <ol className="log">
          {comments.map((one) => (
            <li key={one.id}>
              <Time value={one.writtenAt} isShort />
              <div>
                <b>{one.author ?? "Verbatim"}</b>{" "}
                {one.resolvedAt ? (
                  <Tag icon="check">resolved by {one.resolvedBy ?? "Verbatim"}</Tag>
                ) : (
                  <Tag icon="message-square">open</Tag>
                )}
                <p dir="auto">{one.body}</p>
                {one.resolvedAt ? null : (
                  <ActionForm
                    action={resolve}
                    id={`resolve-${one.id}`}
                    label="Resolve the comment"
                    className="noprint"
                  >
                    <Hidden values={{ statementId, commentId: one.id }} />
                    <SubmitButton variant="quiet" isSmall icon="check">
                      Resolve
                    </SubmitButton>
                  </ActionForm>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
      <ActionForm
        action={comment}
        id="comment"
        label="Write a comment"
        className="stack stack--tight noprint"
      >
        <Hidden values={{ statementId }} />
        <TextArea name="body" label="Comment" rows={2} />
        <SubmitButton variant="plain">Write the comment</SubmitButton>
      </ActionForm>
    </div>
  );
}
