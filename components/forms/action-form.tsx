import { ActionFormClient, type ActionFormProps } from "./action-form.client";
import { KeptInAnother, KeptNote } from "./kept-note";
import { carriedBy } from "./typed";

/**
 * A form that a server action answers, the same with and without JavaScript: what was typed comes back, errors stand at
 * their fields and in a summary that takes focus, a colleague's save in between is told, and the same sending twice is
 * one act.
 */
export async function ActionForm(props: ActionFormProps) {
  const { typed, all, ...carried } = await carriedBy(props.id ?? "form");
  // notes are drawn here, so that no page brings into the browser what draws them
  const note = typed ? <KeptNote kept={typed} form={carried.sending.form} /> : null;
  const named = all.map(({ id, window, keptAt }) => ({
    ...{ id, window, keptAt },
    note: <KeptInAnother key={id} id={id} keptAt={keptAt} />,
  }));
  // another form in the same place of the page, such as the next in a queue, is not this one with what is typed in it
  return (
    <ActionFormClient
      key={`${carried.sending.place} ${carried.sending.form}`}
      {...props}
      {...carried}
      typed={typed && { ...typed, note }}
      all={named}
    />
  );
}
