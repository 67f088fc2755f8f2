// Real bytes without a camera or a microphone: drawn photos, and a voice that hums.

import { t } from "./i18n.js";

const SCENES = {
  flood: (brush, wide, high) => {
    wall(brush, wide, high, "#d9d2c3");
    brush.fillStyle = "#8a6a4a";
    brush.fillRect(60, 110, 190, 150);
    brush.fillRect(60, 70, 190, 14);
    brush.fillStyle = "#5d7c8c";
    brush.fillRect(320, 60, 110, 90);
    water(brush, wide, high, 210);
  },
  stairs: (brush, wide, high) => {
    wall(brush, wide, high, "#c9cfd2");
    for (let step = 0; step < 7; step += 1) {
      brush.fillStyle = step % 2 ? "#8d9498" : "#a5acb0";
      brush.fillRect(80 + step * 40, 250 - step * 26, wide, 26);
    }
    water(brush, wide, high, 262);
  },
  yard: (brush, wide, high) => {
    brush.fillStyle = "#a9bccb";
    brush.fillRect(0, 0, wide, 160);
    for (const [x, tall] of [[30, 120], [150, 90], [270, 130], [390, 100]]) {
      brush.fillStyle = "#7a8791";
      brush.fillRect(x, 160 - tall, 80, tall);
      brush.fillStyle = "#e8dca8";
      for (let row = 0; row < 4; row += 1) brush.fillRect(x + 14, 172 - tall + row * 24, 16, 12);
    }
    water(brush, wide, high, 160);
  },
};

function wall(brush, wide, high, colour) {
  brush.fillStyle = colour;
  brush.fillRect(0, 0, wide, high);
}

function water(brush, wide, high, from) {
  brush.fillStyle = "#5f7f88dd";
  brush.fillRect(0, from, wide, high - from);
  brush.strokeStyle = "#dcebee";
  brush.lineWidth = 3;
  for (let y = from + 18; y < high; y += 26) {
    brush.beginPath();
    for (let x = 0; x <= wide; x += 12) brush.lineTo(x, y + Math.sin((x + y) / 18) * 4);
    brush.stroke();
  }
}

// At once: what is written while a photo is still being made would be sent without it.
export function samplePhoto(name = "flood") {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [480, 320];
  SCENES[name](canvas.getContext("2d"), 480, 320);
  const bytes = Uint8Array.from(atob(canvas.toDataURL("image/jpeg", 0.86).split(",")[1]), (letter) => letter.charCodeAt(0));
  return new File([bytes], `${name}.jpg`, { type: "image/jpeg" });
}

export const SCENE_NAMES = Object.keys(SCENES);

// Two seconds of a humming voice as a WAV file: what is sent where no microphone is at hand.
function sampleVoice() {
  const rate = 16000;
  const count = rate * 2;
  const view = new DataView(new ArrayBuffer(44 + count * 2));
  const text = (at, word) => [...word].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, 36 + count * 2, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, count * 2, true);
  for (let at = 0; at < count; at += 1) {
    const seconds = at / rate;
    const pitch = 170 + 30 * Math.sin(seconds * 5);
    const swell = Math.max(0, Math.sin(seconds * 9)) * 0.3;
    view.setInt16(44 + at * 2, Math.sin(2 * Math.PI * pitch * seconds) * swell * 32767, true);
  }
  return new File([view.buffer], "voice.wav", { type: "audio/wav" });
}

// A recording: {stop(): Promise<File>, drop(), real}. Without a microphone the stop gives the humming voice.
export async function record() {
  const hum = { real: false, why: t("voice.no_mic"), stop: async () => sampleVoice(), drop: () => {} };
  if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) return hum;
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    return hum;
  }
  const kind = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"].find((one) => MediaRecorder.isTypeSupported(one));
  const recorder = new MediaRecorder(stream, kind ? { mimeType: kind } : {});
  const parts = [];
  recorder.ondataavailable = (event) => event.data.size && parts.push(event.data);
  recorder.start(250);
  const end = () =>
    new Promise((resolve) => {
      recorder.onstop = () => {
        for (const track of stream.getTracks()) track.stop();
        resolve();
      };
      recorder.stop();
    });
  return {
    real: true,
    stop: async () => {
      await end();
      const type = recorder.mimeType.split(";")[0] || "audio/webm";
      return parts.length ? new File(parts, `voice.${type.split("/")[1]}`, { type }) : sampleVoice();
    },
    drop: () => end(),
  };
}
