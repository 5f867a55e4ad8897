import type { Language } from "../languages";
import { ar } from "./ar";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import type { Messages } from "./messages";

export const MESSAGES: Readonly<Record<Language, Messages>> = { en, de, fr, es, ar };
