import nextVitals from "eslint-config-next/core-web-vitals";
import nextTypescript from "eslint-config-next/typescript";
import jsxA11y from "eslint-plugin-jsx-a11y";

/** Forbids imports from `from` (folders below the root) in files of `target`. */
const zone = (target, from, message) =>
  from.map((folder) => ({ target: `./${target}`, from: `./${folder}`, message }));

const arrows = [
  ...["app", "proxy.ts"].flatMap((target) =>
    zone(
      target,
      ["lib/cache", "lib/tmdb", "lib/aws"],
      "Pages and handlers know lib/movies (and lib/http); what lies behind it is its business.",
    ),
  ),
  ...zone("lib", ["app", "proxy.ts"], "lib knows nothing of pages."),
  ...zone("lib/cache", ["lib/movies", "lib/tmdb"], "The cache knows neither films nor TMDB."),
  ...zone("lib/tmdb", ["lib/movies", "lib/cache"], "The TMDB client knows neither pages nor the cache."),
  ...["lib/aws", "lib/http", "lib/settings.ts", "lib/tracing.ts"].flatMap((target) =>
    zone(target, ["lib/movies", "lib/cache", "lib/tmdb"], "The ground floor imports nothing from above."),
  ),
  ...["app", "lib", "proxy.ts"].flatMap((target) =>
    zone(
      target,
      ["local", "e2e", "bench", "infrastructure"],
      "What deploys, measures or replaces the cloud on a laptop never reaches the product.",
    ),
  ),
];

const config = [
  {
    ignores: [
      ".next/",
      ".open-next/",
      "coverage/",
      ".bench/",
      "playwright-report/",
      "test-results/",
      "next-env.d.ts",
    ],
  },
  ...nextVitals,
  ...nextTypescript,
  { rules: { ...jsxA11y.flatConfigs.strict.rules } },
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // TMDB serves every image in fixed sizes, which a srcset offers (app/ui/tmdb-image.tsx).
      "@next/next/no-img-element": "off",
      eqeqeq: "error",
      "no-console": "error",
      "no-empty": ["error", { allowEmptyCatch: false }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "import/no-restricted-paths": ["error", { zones: arrows }],
      "import/no-cycle": "error",
    },
  },
  {
    files: ["lib/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ regex: "^(react|react-dom|next|@mui)(/|$)", message: "lib is framework-free." }] },
      ],
    },
  },
  // A test may hold a piece against its neighbours.
  {
    files: ["**/*.test.ts", "**/*.test.tsx"],
    rules: {
      "import/no-restricted-paths": ["error", { zones: arrows.filter(({ from }) => from === "./app") }],
    },
  },
  // CloudFront calls a function of this name.
  {
    files: ["infrastructure/modules/**/*.js"],
    rules: { "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^handler$" }] },
  },
  {
    files: ["local/**", "e2e/**", "bench/**", "infrastructure/**", ".ci/**"],
    rules: { "no-console": "off" },
  },
];

export default config;
