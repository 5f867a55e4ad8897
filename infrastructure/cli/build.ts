import { buildPackage, PACKAGE_FOLDER } from "./package-bundle";
import { runCommand, say } from "./run-command";

/** `npm run cloud:build` */
await runCommand(async () => {
  const { release, serverBytes } = await buildPackage();
  say(
    `Release ${release} lies in ${PACKAGE_FOLDER}; the server's archive has ${(serverBytes / 1e6).toFixed(2)} MB.`,
  );
});
