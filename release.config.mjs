// Versions and notes come from the commits (Conventional Commits); nothing is published to npm and nothing committed.
const config = {
  branches: ["main"],
  plugins: [
    "@semantic-release/commit-analyzer",
    "@semantic-release/release-notes-generator",
    [
      "@semantic-release/github",
      { assets: [{ path: "sbom.cdx.json", label: "Bill of materials (CycloneDX)" }] },
    ],
  ],
};

export default config;
