/** ISO 639-1: in which most films are made, and most titles known. */
export const COMMON_LANGUAGES: readonly string[] =
  "ar bn cs da de el en es fa fi fr he hi hu id it ja ko ml nl no pl pt ro ru sv ta te th tl tr uk vi zh".split(
    " ",
  );

/** ISO 3166-1: the regions with most cinemas. */
export const COMMON_REGIONS: readonly string[] =
  "AE AR AT AU BE BR CA CH CL CN CO CZ DE DK EG ES FI FR GB GR HU ID IE IL IN IT JP KR MA MX MY NL NO NZ PE PH PL PT RO SA SE SG TH TR TW UA US VN ZA".split(
    " ",
  );
