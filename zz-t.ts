import { setLine } from "@/lib/pipelines/coloring/print/type/lines";
import { hanOrder } from "@/lib/pipelines/coloring/print/type/han";
for (const t of ["My cat","Việt Nam, chữ","Кошка и Ёж","Γάτα μου","חתול (שלי) 12 abc","قطة لا جميلة 123","हिन्दी बिल्ली","বিড়াল","பூனை","แมวน้ำ","ねこと猫","고양이","汉语小猫","漢語貓咪","🐶🇩🇪👨‍👩‍👧❤️ ♥★","a\u0001𓀀 ꙮ x"]) {
  const t0=performance.now(); const l = setLine(t, 650);
  console.log(t, hanOrder(t)[0], l.missing, l.width.toFixed(2), l.runs.map(r=>r.letters[0]?.face.slice.file.split("/").pop()!.replace("-wght-normal.woff2","")+":"+r.text).join(" | "), (performance.now()-t0).toFixed(0)+"ms");
}
