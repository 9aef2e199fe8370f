import { App } from "./app.js";

declare global {
    interface Window {
        /** For tests and for people who look behind the curtain. */
        ccViewer?: App["inspection"];
    }
}

const app = new App(document.body, document.getElementById("desktop")!, new URL(location.href));
window.ccViewer = app.inspection;
app.start();
