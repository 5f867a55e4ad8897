import Link from "next/link";

import { useI18n } from "@/app/i18n/i18n";
import { PendingMark } from "@/app/ui/pending-mark";

/** People by name, as a sentence would list them, each leading to their page. */
export function PeopleLinks({ people }: { people: readonly { id: number; name: string }[] }) {
  const { format, href } = useI18n();
  const links = people.map(({ id, name }) => (
    <Link key={id} href={href(`/people/${id}`)} prefetch={false}>
      {/* A name keeps its direction, and those around it their place. */}
      <bdi>{name}</bdi>
      <PendingMark />
    </Link>
  ));
  return <>{format.list(links)}</>;
}
