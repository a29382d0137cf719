import type { Metadata } from "next";
import { Page, PageHead, Section } from "@/components/ui/page";

export const metadata: Metadata = { title: "Accessibility" };

export default function AccessibilityPage() {
  return (
    <Page>
      <PageHead
        title="Accessibility"
        lede="Verbatim means to meet the Web Content Accessibility Guidelines 2.2 at level AA on every screen, for readers and for the desk."
      />
      <Section
        id="works"
        title="What works"
        margin="It holds without scripts too, but for the keys and for what is offered while you type."
      >
        <ul className="measure stack stack--tight">
          <li>
            Everything is reached and done by keyboard. Each page begins with a link to its content; a review
            has links to its parts.
          </li>
          <li>
            Single keys act in the marked item, or on a control that stands in no item. They are listed by{" "}
            <kbd>?</kbd> and can be turned off there; a form never takes one from what you write.{" "}
            <kbd>Ctrl K</kbd> finds anything, and is turned off with them.
          </li>
          <li>No state is shown by colour alone: each has its sign and its word.</li>
          <li>
            Text grows to 400 % and lines stay within 320 px without scrolling sideways, but for tables that
            are wider by their nature, which scroll by themselves.
          </li>
          <li>
            Light and dark follow your system or your choice; more contrast, forced colours and reduced motion
            follow your system.
          </li>
          <li>
            The language and direction of quoted words, names and titles are marked, so that they are spoken
            and set right.
          </li>
          <li>
            A refused form says above it what is wrong, with links to the fields, and keeps what was typed.
            Nothing ends by a clock while you write.
          </li>
        </ul>
      </Section>
      <Section
        id="tested"
        title="How it is tested"
        margin="The tests are part of the program: npm test runs them, and fails when one of them does."
      >
        <ul className="measure stack stack--tight">
          <li>
            axe-core, with its rules for WCAG 2.0, 2.1 and 2.2 A and AA and its best practices, on each kind
            of screen and its rare states, signed out and in, light and dark.
          </li>
          <li>
            A measure of what axe does not see, at 320, 390 and 1440 px and on paper: words cut off or broken,
            one over another, targets below 24 px that stand close, empty headings, pages wider than the
            screen.
          </li>
          <li>Journeys by keyboard alone, and the same journeys with scripts turned off.</li>
          <li>
            The names and roles that a screen reader is given, read through by hand on the pages that most
            people read: the front page, a speaker, claims and contradictions.
          </li>
        </ul>
      </Section>
      <Section id="known" title="What does not meet it yet" isLast>
        <ul className="measure stack stack--tight">
          <li>It was not tried with people who use a screen reader, a switch or voice every day.</li>
          <li>
            Quoted articles are shown as they were published; what their own wording lacks, such as the text
            of a picture, is not added.
          </li>
          <li>
            Tell the desk that runs this site what keeps you from reading or working: its people can be asked,
            and what you report can be mended.
          </li>
        </ul>
      </Section>
    </Page>
  );
}
