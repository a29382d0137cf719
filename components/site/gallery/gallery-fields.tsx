import { Button, Buttons } from "@/components/ui/button";
import { CheckField, CheckSet, RadioField, SegmentedField, SelectField } from "@/components/ui/choice-field";
import { FieldGrid, Fieldset, Form } from "@/components/ui/form";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/page";
import { FileField, TextArea, TextField } from "@/components/ui/text-field";

/** Every field, at rest and refused. The summary here does not take focus, since nothing was sent. */
export function GalleryFields() {
  return (
    <Section id="fields" title="Fields" margin="The summary comes first and links to each field." isLast>
      <Form action="#fields" method="get" label="Fields, an example">
        <div className="note note--stop">
          <Icon name="circle-alert" />
          <div>
            <b>2 things to put right</b>
            <p>What you typed is below.</p>
            <ul>
              <li>
                <a href="#f-place">Place: give a place, or choose “not stated”</a>
              </li>
              <li>
                <a href="#f-day">Day: 31 November does not exist</a>
              </li>
            </ul>
          </div>
        </div>
        <FieldGrid>
          <TextField name="cue" label="Cue" hint="The verb that introduces the words" value="told" />
          <TextField name="place" label="Place" error="Give a place, or choose “not stated”" isRequired />
          <TextField name="day" label="Day" error="31 November does not exist" value="31 November 2025" />
          <SelectField
            name="precision"
            label="Precision"
            hint="How exactly the day is known"
            value="month"
            choices={PRECISIONS}
          />
          <TextField name="short" label="Statement" value="st-7k2m9q" isReadOnly />
          <FileField name="file" label="File" hint="Plain text, up to 10 MB" accept=".txt,text/plain" />
        </FieldGrid>
        <TextArea name="wording" label="Wording" isRecord value="“decided here”" rows={3} />
        <Fieldset legend="Choices">
          <FieldGrid>
            <RadioField name="form" label="One of" choices={PRECISIONS} value="day" />
            <CheckSet name="basis" label="Any of" choices={BASES} value={["own_notes"]} />
            <SegmentedField name="letter" label="A short scale" choices={LETTERS} value="B" />
            <CheckField name="confirm" label="I have read both wordings" hint="Kept with the record" />
          </FieldGrid>
        </Fieldset>
        <Buttons>
          <Button type="submit" variant="main">
            Save
          </Button>
          <Button variant="quiet">Leave it</Button>
        </Buttons>
      </Form>
    </Section>
  );
}

const PRECISIONS = [
  { value: "day", label: "Day" },
  { value: "month", label: "Month" },
  { value: "year", label: "Year" },
];

const BASES = [
  { value: "own_notes", label: "Own notes", hint: "Taken while it was said" },
  { value: "recording", label: "Recording", icon: <Icon name="mic" /> },
];

const LETTERS = ["A", "B", "C", "D", "E", "F"].map((letter) => ({ value: letter, label: letter }));
