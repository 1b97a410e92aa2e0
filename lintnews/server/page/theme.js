// Light, dark, or as the system has it. Runs before the page is drawn, so that it never flashes.
"use strict";

const THEMES = ["auto", "light", "dark"];

function storedTheme() {
  try {
    const stored = localStorage.getItem("lintnews-theme");
    return THEMES.includes(stored) ? stored : "auto";
  } catch {
    return "auto"; // storage may be switched off
  }
}

function showTheme(theme) {
  document.documentElement.dataset.theme = theme;
  const button = document.getElementById("theme");
  if (button) button.textContent = `Theme: ${theme}`;
}

showTheme(storedTheme());
document.addEventListener("DOMContentLoaded", () => {
  showTheme(storedTheme());
  document.getElementById("theme")?.addEventListener("click", () => {
    const theme = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length];
    try {
      localStorage.setItem("lintnews-theme", theme);
    } catch {
      // it lasts as long as the page, then
    }
    showTheme(theme);
  });
});
