import { AnchorButton, Button, Buttons } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Icon } from "@/components/ui/icon";
import { Bones, Empty, Note } from "@/components/ui/note";
import { Numeral } from "@/components/ui/numeral";
import { Section } from "@/components/ui/page";
import { Steps } from "@/components/ui/steps";
import { Bar, Progress, Table } from "@/components/ui/table";
import { Run, Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";

const DIRECT = "“It will be decided in the open, and it will be decided here.”";

/** Type, buttons, tables, notes: everything that shows. */
export function GalleryParts() {
  return (
    <>
      <Section
        id="type"
        title="Type"
        margin="A serif for the record, a sans for the apparatus. Nobody’s words."
      >
        <div className="stack">
          <p className="q q--hero q--hang">
            <span className="hung">“decided here”</span>
          </p>
          <blockquote className="q q--3 q--hang" lang="en" dir="auto">
            <p>{DIRECT}</p>
          </blockquote>
          <blockquote className="q q--3" lang="en" dir="auto">
            <p>
              <span className="rep">The council, she told the hall, would have it</span> “decided here.”
            </p>
          </blockquote>
          <blockquote className="q q--3" lang="en" dir="auto">
            <p>
              <span className="rep">She told the hall that the council would decide.</span>
            </p>
          </blockquote>
          <blockquote className="q q--3" lang="prs" dir="rtl">
            <p>این متن نمونه است و گفته کسی نیست.</p>
          </blockquote>
          <blockquote className="q q--2" lang="tr" dir="auto">
            <p>Örnek cümle: şimdi, ığüşöç, Łódź, Čapek, Nguyễn.</p>
          </blockquote>
          <p className="q q--2 num">3,985–4,041 · 2,500 · 600 · 18:42 UTC</p>
        </div>
      </Section>
      <Section id="buttons" title="Buttons" margin="Every shortcut is also a visible control.">
        <div className="stack">
          <Buttons>
            <Button variant="main" shortcut="a">
              Accept
            </Button>
            <Button icon="quote" shortcut="c">
              Cite
            </Button>
            <Button variant="quiet">Skip</Button>
            <Button variant="stop" icon="archive-x">
              Retract
            </Button>
            <Button isSmall>Small</Button>
            <AnchorButton href="#type" icon="arrow-up">
              To type
            </AnchorButton>
          </Buttons>
          <Buttons>
            <Button isDisabled describedBy="gallery-missing">
              Submit, 4 things missing
            </Button>
            <span className="small" id="gallery-missing">
              Stays reachable by keyboard and says what is missing.
            </span>
          </Buttons>
        </div>
      </Section>
      <Section id="tables" title="Tables" margin="j and k move the mark; enter opens.">
        <Table label="Three rows">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Form</th>
              <th scope="col">Share</th>
              <th scope="col" className="r">
                Times
              </th>
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <tr key={row.day} data-list-item tabIndex={-1}>
                <th scope="row">
                  <a href="#tables">
                    <Time value={row.day} isShort />
                  </a>
                </th>
                <td>
                  <Tag icon={row.icon}>{row.form}</Tag>
                </td>
                <td className="w-20">
                  <Bar value={row.times} max={1200} />
                </td>
                <td className="r">
                  <Numeral value={row.times} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
      <Section id="facts" title="Facts">
        <div className="stack--loose">
          <Facts
            columns={2}
            facts={[
              { name: "Day", value: <Time value="2025-10-28" /> },
              { name: "Month", value: <Time value="2025-10" /> },
              { name: "Year", value: <Time value="2025" /> },
              { name: "Moment", value: <Time value="2025-10-28T18:42:00Z" /> },
            ]}
          />
          <Run>
            <Tag icon="form-mixed">Mixed</Tag>
            <Tag icon="badge-check" tone="strong">
              Published
            </Tag>
            <span className="id">st-7k2m9q</span>
          </Run>
          <Steps label="Process" steps={STEPS} at="submitted" />
          <Progress label="Files read" value={14} max={40} />
        </div>
      </Section>
      <Section id="notes" title="Notes" margin="Says what happened, what was kept, what to do.">
        <div className="stack">
          <Note title="A colleague saved this at 10:14">
            <p>Your changes are kept beside theirs.</p>
          </Note>
          <Note tone="care" title="The anchor has moved">
            <p>The words stand 212 characters further on.</p>
          </Note>
          <Note tone="stop" title="Off the record">
            <p>It cannot be published and is left out of every export.</p>
          </Note>
          <Note tone="pass" title="Chain of records is whole">
            <p>4,118 entries checked.</p>
          </Note>
        </div>
      </Section>
      <Section id="empty" title="Empty, loading">
        <Empty title="No statements yet" level={3} actions={<Button variant="main">Import a source</Button>}>
          Paste an article, drop a file or give an address. Verbatim finds who said what; you decide what to
          keep.
        </Empty>
        <div className="above-5">
          <Bones />
        </div>
      </Section>
      <Section id="icons" title="Icon and word" margin="Neither stands alone.">
        <p className="meta">
          <Icon name="scissors" label="Context omitted" /> An icon that stands alone carries its name for
          readers.
        </p>
      </Section>
    </>
  );
}

const ROWS = [
  { day: "2025-10-26", form: "Direct", icon: "form-direct", times: 2 },
  { day: "2025-10-27", form: "Mixed", icon: "form-mixed", times: 312 },
  { day: "2025-10-28", form: "Indirect", icon: "form-indirect", times: 1041 },
] as const;

const STEPS = [
  { key: "captured", label: "Captured", icon: "inbox" },
  { key: "in_review", label: "In review", icon: "eye" },
  { key: "submitted", label: "Submitted", icon: "send" },
  { key: "approved", label: "Approved", icon: "thumbs-up" },
  { key: "published", label: "Published", icon: "badge-check" },
] as const;
