import { useI18n, type I18n } from "@/app/i18n/i18n";
import { departmentWord } from "@/app/i18n/tmdb-words";
import { TermList, type Terms } from "@/app/ui/term-list";
import type { Person } from "@/lib/movies";

import { ageOn } from "./age";

const dateOf = (day: string, { format }: I18n) =>
  format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "long" });

/** The birthday, with the age of who lives. */
function birth({ birthday, deathday }: Person, today: string, i18n: I18n): string | null {
  if (birthday === null) return null;
  const date = dateOf(birthday, i18n);
  const age = deathday === null ? ageOn(birthday, today) : null;
  return age === null ? date : i18n.t("person.bornWithAge", { date, age });
}

/** The day of death, with the age that was reached. */
function death({ birthday, deathday }: Person, i18n: I18n): string | null {
  if (deathday === null) return null;
  const date = dateOf(deathday, i18n);
  const age = birthday === null ? null : ageOn(birthday, deathday);
  return age === null ? date : i18n.t("person.diedWithAge", { date, age });
}

interface Props {
  person: Person;
  /** YYYY-MM-DD, for the age. */
  today: string;
}

/** When and where somebody was born, and what they are known for. */
export function Life({ person, today }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { placeOfBirth, department } = person;
  const terms: Terms = [
    [t("person.knownFor"), department && departmentWord(department, i18n)],
    [t("person.born"), birth(person, today, i18n)],
    [t("person.died"), death(person, i18n)],
    [t("person.placeOfBirth"), placeOfBirth && <bdi>{placeOfBirth}</bdi>],
  ];
  return <TermList terms={terms} />;
}
