// Drafts in and out: opened, dropped, copied, downloaded.
import * as api from "./api.js";

const get = (id) => document.getElementById(id);
const CONTAINERS = ["docx"]; // formats whose text is not the file: it goes on as plain text

/** Wire the buttons above the draft, and dropping. */
export function setUpFiles({ draft, state, begin, trouble, toast }) {
  const name = (text) => (get("copy-name").textContent = text);
  let opened = null; // the file that the draft was read from

  async function take(file) {
    if (file.size > state.largest) {
      trouble(`${file.name} is larger than the ${Math.round(state.largest / 1048576)} MB that this server takes.`);
      return;
    }
    try {
      const { document: read, findings } = await api.read(file.name, await file.arrayBuffer());
      const container = CONTAINERS.includes(read.format);
      const path = container ? "draft.txt" : file.name;
      const text = read.text.replace(/\r\n?/g, "\n"); // as a text area has it
      name(file.name);
      opened = file;
      begin(path, text, text === read.text ? findings : null);
    } catch (error) {
      trouble(`${file.name}: ${error.message}`);
    }
  }

  get("open").addEventListener("click", () => get("file").click());
  get("file").addEventListener("change", () => {
    const [file] = get("file").files;
    if (file) take(file);
    get("file").value = "";
  });

  const sheet = get("sheet");
  const carriesFile = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    sheet.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget === null && sheet.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    sheet.classList.remove("over");
    if (!carriesFile(event)) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });

  get("copy").addEventListener("click", async () => {
    toast((await copied(draft)) ? "Copied the draft." : "The browser does not allow copying; press Ctrl+C in the draft.", { undoable: false });
  });
  get("download").addEventListener("click", async () => {
    try {
      const content = opened ? await api.correct(opened, draft.text) : new Blob([draft.text], { type: "text/plain;charset=utf-8" });
      save(content, opened ? opened.name : `draft${/\.[^.]+$/.exec(state.path)[0]}`);
    } catch (error) {
      trouble(error.message);
    }
  });
  get("clear").addEventListener("click", () => {
    name("New draft");
    opened = null;
    begin("draft.txt", "");
    draft.area.focus();
  });
  get("example").addEventListener("click", async () => {
    const text = await (await fetch("/page/example.txt")).text();
    name("Example");
    opened = null;
    begin("draft.txt", text);
  });
}

async function copied(draft) {
  try {
    await navigator.clipboard.writeText(draft.text);
    return true;
  } catch {
    draft.area.select(); // without https the clipboard is closed to pages, but not to this
    return document.execCommand("copy");
  }
}

function save(content, name) {
  const place = name.lastIndexOf(".");
  const [stem, suffix] = place > 0 ? [name.slice(0, place), name.slice(place)] : [name, ".txt"];
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: `${stem.replace(/[^\p{L}\p{N} ._-]/gu, "_")}-corrected${suffix}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
