import { expect, test } from "@/tests/support/fixtures";
import { audit } from "@/tests/support/lighthouse";

for (const [tab, path] of [
  ["Batch", "/"],
  ["Jobs", "/jobs"],
]) {
  test(`Lighthouse finds nothing wrong with the ${tab} tab`, async ({ server }) => {
    const { accessibility, best_practices, script_kb, faults } = await audit(server.origin + path, "phone");
    expect(faults).toEqual([]);
    expect(accessibility).toBeGreaterThanOrEqual(95);
    expect(best_practices).toBeGreaterThanOrEqual(95);
    expect(script_kb, "kilobytes of compressed script").toBeLessThan(260);
  });
}
