import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { attempt, which } from "./run.js";

const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/**
 * Opens a suite of Debian's sources, with an apt configuration of its own inside `folder`: the machine's
 * sources and lists stay as they are, and no root is needed. Gives a function that downloads the tarballs
 * of one source package into `folder`.
 *
 * @param {string} suite
 * @param {string} folder
 * @returns {Promise<(sourcePackage: string) => Promise<void>>}
 */
export async function openDebianSuite(suite, folder) {
  if (!which("apt-get")) throw new Error("this machine has no apt-get");
  const configuration = await writeConfiguration(suite, folder);
  await aptGet(configuration, folder, ["update"]);
  return (sourcePackage) =>
    aptGet(configuration, folder, ["source", "--download-only", "--tar-only", sourcePackage]);
}

/**
 * @param {string} suite
 * @param {string} folder
 */
async function writeConfiguration(suite, folder) {
  const apt = join(folder, "apt");
  for (const part of ["sources", "lists/partial", "cache/archives/partial"]) {
    mkdirSync(join(apt, part), { recursive: true });
  }
  const mirror = await machineMirror();
  writeFileSync(join(apt, "sources", "sources.list"), `deb-src [signed-by=${keyring}] ${mirror} ${suite} main\n`);
  const path = join(apt, "apt.conf");
  writeFileSync(
    path,
    [
      `Dir::Etc::sourcelist "/dev/null";`,
      `Dir::Etc::sourceparts "${join(apt, "sources")}";`,
      `Dir::State::Lists "${join(apt, "lists")}";`,
      `Dir::Cache "${join(apt, "cache")}";`,
      // apt's own user cannot write into a cache that lies in somebody's home.
      `APT::Sandbox::User "${process.getuid?.() === 0 ? "root" : ""}";`,
      "",
    ].join("\n"),
  );
  return path;
}

/** The address from which this machine takes the release that it runs. */
async function machineMirror() {
  const release = /^VERSION_CODENAME="?([^"\n]+)/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1];
  const { output } = await attempt("apt-get", ["--print-uris", "update"]);
  const mirror = new RegExp(`'(\\S+/)dists/${release}/`).exec(output)?.[1];
  if (!mirror) throw new Error(`apt knows no mirror of ${release ?? "this release"}`);
  return mirror;
}

/**
 * @param {string} configuration
 * @param {string} folder
 * @param {string[]} args
 */
async function aptGet(configuration, folder, args) {
  const { code, output } = await attempt("apt-get", ["-q", "-c", configuration, ...args], {
    cwd: folder,
    log: "apt-source",
    minutes: 10,
  });
  if (code === 0) return;
  const complaints = output.split("\n").filter((line) => /^[EW]:/.test(line));
  throw new Error(`apt-get ${args.join(" ")}: ${complaints.join(" ") || code}`);
}
