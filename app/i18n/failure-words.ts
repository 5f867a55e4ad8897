import type { Language } from "./languages";

/**
 * The words of the pages that React shows when rendering has failed. They are client components that can count on
 * nothing, and so bring their words along.
 */
export const FAILURE_WORDS: Readonly<
  Record<Language, Readonly<Record<"title" | "logged" | "reference" | "retry", string>>>
> = {
  en: {
    title: "Something went wrong",
    logged: "The failure is on this server and has been logged.",
    reference: "Reference",
    retry: "Retry",
  },
  de: {
    title: "Etwas ist schiefgegangen",
    logged: "Der Fehler liegt auf diesem Server und wurde protokolliert.",
    reference: "Kennung",
    retry: "Erneut versuchen",
  },
  fr: {
    title: "Une erreur s’est produite",
    logged: "La panne est sur ce serveur et a été consignée.",
    reference: "Référence",
    retry: "Réessayer",
  },
  es: {
    title: "Algo ha fallado",
    logged: "El fallo está en este servidor y ha quedado registrado.",
    reference: "Referencia",
    retry: "Reintentar",
  },
  ar: {
    title: "حدث خطأ ما",
    logged: "الخلل في هذا الخادم وقد تم تسجيله.",
    reference: "المرجع",
    retry: "إعادة المحاولة",
  },
};
