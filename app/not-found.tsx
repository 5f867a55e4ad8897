import type { Metadata } from "next";

import { NotFoundMessage } from "./ui/not-found-message";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return <NotFoundMessage title="There is nothing here" />;
}
