/**
 * Defects that releases by command have had, as replacements of text that a file holds exactly once. `test` names the
 * file of tests that has to notice.
 */
const defect = (test, name, file, ...changes) => ({
  test: `cli/${test}.test.ts`,
  name,
  file: `cli/${file}.ts`,
  changes,
});

export const commandDefects = [
  defect("assets", "assets without Cache-Control", "assets", [
    `        CacheControl: cacheControlOf(path),\n`,
    ``,
  ]),
  defect("assets", "a deploy deletes old chunks", "assets", [
    `  // First, so that whatever`,
    `  const all = await readManifests(assets);
  await deleteAssets(assets, all, new Set(all.keys()));
  // First, so that whatever`,
  ]),
  defect("assets", "service worker and icons change before the check", "assets", [
    `isNamedByContent(path) ? \`\${prefix}/\${path}\` : keptKey(version, path),`,
    `\`\${prefix}/\${path}\`,`,
  ]),
  defect(
    "assets",
    "an upload that broke off is forgotten",
    "assets",
    [`  await writeManifest(assets, version, { release, usedAt: now.toISOString(), paths });\n`, ``],
    [
      `  return paths.length;`,
      `  await writeManifest(assets, version, { release, usedAt: now.toISOString(), paths });
  return paths.length;`,
    ],
  ),
  defect("prune", "old chunks are deleted by the age of their upload", "assets", [
    `{ ...manifest, usedAt: now.toISOString() }`,
    `manifest`,
  ]),
  defect("prune", "files of a version to go back to are deleted", "prune", [
    ` && !before.includes(version)`,
    ``,
  ]),
  defect("prune", "files that other versions need are deleted", "assets", [
    `.filter((key) => !needed.has(key))`,
    ``,
  ]),
  defect("release", "visitors get a version that nobody has checked", "release", [
    `  await checkStarts(clients, deployed, version);\n`,
    ``,
  ]),
  defect("release", "visitors get a version whose key is refused", "check-version", [
    `["tmdb-busy",`,
    `["key-refused", "tmdb-busy",`,
  ]),
  defect("release", "a release stops because TMDB is down", "check-version", [
    `problem !== undefined && TMDB_IS_DOWN.has(problem)`,
    `false`,
  ]),
  defect("release", "a release that visitors do not get is not taken back", "release", [
    `      await moveLive(clients, deployed, moved, found);\n`,
    ``,
  ]),
  defect("release", "somebody else's newer version is given to visitors", "release", [
    `.find(({ codeSha256 }) => codeSha256 === sha256)`,
    `.find(() => sha256)`,
  ]),
  defect("release", "visitors still have the version before when they are asked", "release", [
    `live.version !== version`,
    `!version`,
  ]),
  defect("release", "a rollback leaves the service worker", "release", [
    `  try {
    await publishFiles(assets, live);
  } catch`,
    `  try {
    await readManifest(assets, live);
  } catch`,
  ]),
  defect("release", "a rollback that broke off leads further back", "release", [
    `  if (live !== from) {
    // Films`,
    `  if (live === from) throw new Problem("It is live already.");
  {
    // Films`,
  ]),
  defect("release", "nobody hears that visitors have what failed", "release", [
    `      await onSwitch(true);
      await publishFiles(assets, version);`,
    `      await publishFiles(assets, version);`,
  ]),
  defect("remove-stage", "a stage that was begun meanwhile loses its state", "remove-stage", [
    `before ?? (await reasonToKeep(s3, store, bootstrapped))`,
    `before`,
  ]),
  defect("remove-stage", "a stage that is being made loses its state", "state-store", [
    `keys.has(lockKey(stage)) || `,
    ``,
  ]),
  defect("bootstrap", "an install takes away what GitHub deploys with", "bootstrap", [
    `!exists && bootstrapped === "states and GitHub"`,
    `exists && bootstrapped === "states and GitHub"`,
  ]),
  defect("versions", "the slower of two deployments wins", "versions", [
    `        RevisionId: from.revision,\n`,
    `        RevisionId: (await liveVersion({ lambda }, { function_name: FunctionName, alias_name: Name })).revision,\n`,
  ]),
  defect("versions", "a second rollback leads to what was gone back from", "versions", [
    `return index < 0 ?`,
    `return index < 1 ?`,
  ]),
  defect("stage", "an empty query clears everything", "stage", [`values[name] === ""`, `name === ""`]),
];
