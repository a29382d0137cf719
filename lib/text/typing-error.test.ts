import { expect, test } from "vitest";
import { typingErrors } from "@/lib/text";

test.each([
  ["The goverment shelters them", "The government shelters them"],
  ["The taliban shelters them", "The Taliban shelters them"],
  ["Kabul harobured the group", "Kabul harboured the group"],
])("a typing error: %s → %s", (before, after) => expect(typingErrors(before, after)).toHaveLength(1));

test.each([
  ["Kabul shelters no group", "Kabul shelters now group"],
  ["Kabul shelters the group", "Kabul does not shelter the group"],
  ["Islamabda shelters them", "Islamabad shelters them"],
  ["It is legal there", "It is illegal there"],
  ["They were able to leave", "They were unable to leave"],
  ["Kabul harbours the group", "Kabul harboured the group"],
  ["It can happen again", "It can't happen again"],
  ["In 2021 they left the city", "In 2022 they left the city"],
  ["Fifty soldiers of 100 died", "Fifty soldiers of 1000 died"],
  ["Kabul denies it, says Islamabad", "Kabul denies it; says Islamabad"],
  ["Kabul shelters the group.", "Kabul shelters the group?"],
  ["Kabul shelters the group", "Kabul shelters the group"],
  ["Goverment of Pakstan and Afganistan", "Government of Pakistan and Afghanistan"],
  ["They will not attack", "They will now attack"],
  ["Kabul shelters them", "Kabul shelters themselves"],
])("no typing error: %s → %s", (before, after) => expect(typingErrors(before, after)).toBeNull());
