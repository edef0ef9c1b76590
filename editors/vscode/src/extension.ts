/** The extension: it starts `lintnews lsp`, shows how much was found, and asks for a last look before publication. */

import { existsSync } from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";

import * as vscode from "vscode";
import { ExecuteCommandRequest, LanguageClient, type DocumentFilter, type LanguageClientOptions } from "vscode-languageclient/node";

import { type Counts, NOTHING, type State, counted, statusOf, verdict } from "./counts";
import { launch } from "./launch";
import { AT_START, SECTION, type Settings, forServer, settingsFrom } from "./settings";

const LINT_FOR_PUBLICATION = "lintnews.lintForPublication";
const STORY_FILES = "**/*.{ninjs,nitf,newsml}";
const SCHEMES = ["file", "untitled"];

let client: LanguageClient | undefined;
let state: State = "starting";
let status: vscode.StatusBarItem;
let log: vscode.LogOutputChannel;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  log = vscode.window.createOutputChannel("lintnews", { log: true });
  status = vscode.window.createStatusBarItem("lintnews.counts", vscode.StatusBarAlignment.Left, 10);
  status.name = "lintnews";
  context.subscriptions.push(
    log,
    status,
    vscode.commands.registerCommand("lintnews.lintBeforePublish", lintBeforePublish),
    vscode.commands.registerCommand("lintnews.toggle", toggle),
    vscode.commands.registerCommand("lintnews.restart", restart),
    vscode.commands.registerCommand("lintnews.showLog", () => log.show()),
    vscode.window.onDidChangeActiveTextEditor(showStatus),
    vscode.workspace.onDidOpenTextDocument(showStatus),
    vscode.languages.onDidChangeDiagnostics(showStatus),
    vscode.workspace.onDidChangeConfiguration(configured),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}

function settings(): Settings {
  const given = vscode.workspace.getConfiguration(SECTION);
  return settingsFrom((name, fallback) => given.get(name, fallback));
}

async function start(): Promise<void> {
  const wanted = settings();
  const { command, args } = launch(wanted, {
    folders: (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath),
    trusted: vscode.workspace.isTrusted,
    windows: process.platform === "win32",
    home: homedir(),
    exists: existsSync,
  });
  become("starting");
  log.info(`starting ${[command, ...args].join(" ")}`);
  const options: LanguageClientOptions = {
    documentSelector: selector(wanted),
    initializationOptions: forServer(wanted),
    synchronize: { configurationSection: SECTION },
    outputChannel: log,
  };
  client = new LanguageClient(SECTION, "lintnews", { command, args }, options);
  try {
    await client.start();
    become("running");
  } catch (error) {
    client = undefined;
    become("failed");
    log.error(String(error));
    void tellFailed(command);
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.dispose();
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

async function tellFailed(command: string): Promise<void> {
  const chosen = await vscode.window.showErrorMessage(
    `lintnews could not be started as “${command}”. Install it with pip install 'lintnews[lsp]', or say where it is.`,
    "Settings",
    "Log",
  );
  if (chosen === "Settings") {
    await vscode.commands.executeCommand("workbench.action.openSettings", "lintnews.path");
  } else if (chosen === "Log") {
    log.show();
  }
}

/** Stories in the languages that are set, files that only stories are, and the house's YAML. */
function selector(wanted: Settings): DocumentFilter[] {
  const languages = [...new Set([...wanted.languages, "yaml"])];
  return [
    ...SCHEMES.flatMap((scheme) => languages.map((language) => ({ scheme, language }))),
    { scheme: "file", pattern: STORY_FILES },
  ];
}

function isStory(document: vscode.TextDocument): boolean {
  const stories = selector(settings()).filter((filter) => !("language" in filter && filter.language === "yaml"));
  return vscode.languages.match(stories as vscode.DocumentSelector, document) > 0;
}

async function configured(event: vscode.ConfigurationChangeEvent): Promise<void> {
  if (AT_START.some((name) => event.affectsConfiguration(`${SECTION}.${name}`))) {
    await restart();
  } else if (event.affectsConfiguration(SECTION)) {
    showStatus();
  }
}

async function toggle(): Promise<void> {
  const given = vscode.workspace.getConfiguration(SECTION);
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await given.update("enable", !given.get("enable", true), target);
}

async function lintBeforePublish(): Promise<Counts | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (!client || !document) {
    return undefined;
  }
  const counts: Counts | null = await client.sendRequest(ExecuteCommandRequest.type, {
    command: LINT_FOR_PUBLICATION,
    arguments: [document.uri.toString()],
  });
  const name = path.basename(document.uri.path);
  if (!counts) {
    void vscode.window.showWarningMessage(`${name} could not be linted: it is no story, or its configuration is wrong.`);
    return undefined;
  }
  void tell(verdict(name, counts));
  return counts;
}

async function tell({ words, clean }: { words: string; clean: boolean }): Promise<void> {
  if (clean) {
    await vscode.window.showInformationMessage(words);
  } else if ((await vscode.window.showWarningMessage(words, "Show them")) === "Show them") {
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }
}

function become(next: State): void {
  state = next;
  showStatus();
}

function showStatus(): void {
  const document = vscode.window.activeTextEditor?.document;
  const story = document !== undefined && isStory(document);
  void vscode.commands.executeCommand("setContext", "lintnews.story", story);
  if (!story) {
    status.hide();
    return;
  }
  const isOff = state === "running" && !settings().enable;
  const counts = document ? counted(vscode.languages.getDiagnostics(document.uri)) : NOTHING;
  const shown = statusOf(isOff ? "off" : state, counts);
  status.text = shown.text;
  status.tooltip = shown.tooltip;
  status.command = shown.command;
  status.backgroundColor = shown.isError ? new vscode.ThemeColor("statusBarItem.errorBackground") : undefined;
  status.show();
}
