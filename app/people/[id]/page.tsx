import type { Metadata } from "next";

import { currentView } from "@/app/current-view";
import { getI18n } from "@/app/i18n/i18n";
import { JsonLd } from "@/app/json-ld";
import { siteAddress } from "@/app/site-address";
import { NotFoundMessage } from "@/app/ui/not-found-message";
import { ProblemMessage } from "@/app/ui/problem-message";
import { problemWords } from "@/app/ui/problem-words";

import { personJsonLd } from "./person-json-ld";
import { personMetadata, portraitAddress } from "./person-metadata";
import { PersonPage } from "./person-page";
import { loadPerson } from "./view";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await currentView(loadPerson, [(await params).id], "");
  // Next takes the title of not-found.tsx for a page that is sent with 404.
  if (view.kind === "missing") return {};
  const i18n = await getI18n();
  if (view.kind === "problem") {
    return { title: problemWords(view.problem, i18n).title, robots: { index: false } };
  }
  return personMetadata(view.answer.value, i18n);
}

export default async function PersonRoute({ params }: Props) {
  const { id } = await params;
  const { t, href } = await getI18n();
  const view = await currentView(loadPerson, [id], "");
  switch (view.kind) {
    case "person": {
      const person = view.answer.value;
      const url = (await siteAddress()) + href(`/people/${person.id}`);
      return (
        <>
          <JsonLd data={personJsonLd(person, { url, image: portraitAddress(person) })} />
          <PersonPage answer={view.answer} />
        </>
      );
    }
    case "missing":
      return <NotFoundMessage title={t("missing.person")} />;
    case "problem":
      return (
        <>
          <h1 className="visually-hidden">{t("person.heading")}</h1>
          <ProblemMessage problem={view.problem} retry={href(`/people/${encodeURIComponent(id)}`)} />
        </>
      );
  }
}
