import { PageFormClient, type PageFormProps } from "./page-form.client";
import { keptOnPage, restoredBy } from "./typed";

/**
 * One form around a page of many: a browser without scripts sends only the form whose button is pressed and throws the
 * others away, so here all travel together. Each part is an `ActionForm` and answers by itself.
 */
export async function PageForm(props: PageFormProps) {
  return <PageFormClient {...props} kept={await keptOnPage()} autoComplete={await restoredBy()} />;
}
