import { ActionFormClient, type ActionFormProps } from "./action-form.client";
import { KeptInAnother } from "./kept-in-another";
import { carriedBy } from "./typed";

/**
 * A form that a server action answers, the same with and without JavaScript: what was typed comes back, errors stand at
 * their fields and in a summary that takes focus, a colleague's save in between is told, and the same sending twice is
 * one act.
 */
export async function ActionForm(props: ActionFormProps) {
  const { all, ...carried } = await carriedBy(props.id ?? "form");
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
      all={named}
    />
  );
}
