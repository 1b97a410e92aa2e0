// Starts `lintnews lsp` and connects it with the editor; all the rest is the server's.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const SECTION = "lintnews";
let client;
let output;

async function activate(context) {
  output = vscode.window.createOutputChannel("lintnews", { log: true });
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand("lintnews.restart", restart),
    vscode.commands.registerCommand("lintnews.showOutput", () => output.show()),
  );
  await start();
}

async function start() {
  const settings = vscode.workspace.getConfiguration(SECTION);
  const [command, ...args] = settings.get("command");
  const selector = settings.get("languages").flatMap((language) => [
    { scheme: "file", language },
    { scheme: "untitled", language },
  ]);
  client = new LanguageClient(
    SECTION,
    "lintnews",
    { command, args },
    {
      documentSelector: selector,
      outputChannel: output,
      synchronize: { configurationSection: SECTION },
      initializationOptions: settings,
    },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    output.error(String(error));
    const settle = "Open Settings";
    const advice = `lintnews could not be started as “${[command, ...args].join(" ")}”. Install it with: pip install 'lintnews[lsp]'`;
    if ((await vscode.window.showErrorMessage(advice, settle)) === settle) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "lintnews.command");
    }
  }
}

async function stop() {
  const stopping = client;
  client = undefined;
  await stopping?.dispose();
}

async function restart() {
  await stop();
  await start();
}

module.exports = { activate, deactivate: stop };
