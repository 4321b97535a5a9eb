// The whiteboard as its own guide starts it.
import { Excalidraw } from "@excalidraw/excalidraw";
import "@excalidraw/excalidraw/index.css";
import { createRoot } from "react-dom/client";

createRoot(document.getElementById("root")).render(<div style={{ height: "100vh" }}><Excalidraw /></div>);
