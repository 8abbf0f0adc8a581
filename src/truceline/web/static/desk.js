// Keys for reading. Everything works without them, and a reader can turn them off.
"use strict";
(() => {
  const dialog = document.querySelector("dialog");
  const box = document.querySelector("[data-keys]");
  const kept = { get: () => { try { return localStorage.getItem("keys"); } catch { return null; } },
                 set: (value) => { try { localStorage.setItem("keys", value); } catch { /* not kept */ } } };
  box.checked = kept.get() !== "off";
  box.addEventListener("change", () => kept.set(box.checked ? "on" : "off"));
  document.querySelector(".keys").hidden = false;
  document.querySelector("[data-help]").addEventListener("click", () => dialog.showModal());

  const move = (step) => {
    const lines = [...document.querySelectorAll("[data-line]")].filter((line) => line.checkVisibility());
    const at = lines.findIndex((line) => line.contains(document.activeElement));
    const next = lines[at < 0 ? (step > 0 ? 0 : lines.length - 1) : at + step];
    const target = next && (next.querySelector("a.words, .from a, a.from, a") || next);
    if (!target) return;
    target.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  const keys = { "/": () => document.getElementById("find").focus(), "?": () => dialog.showModal(),
                 j: () => move(1), k: () => move(-1) };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, dialog");
    if (typing || !box.checked || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
})();
