// From match to match.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nextMatch, open, previousMatch } from "shuye";

test("goes from match to match, around the ends, also of one keyword alone", async () => {
  const article = await open("春山和秋水\n\n夏日\n\n春水");
  const { matches } = await article.find(["春", "水"]);
  assert.deepEqual(matches.map(({ keyword }) => keyword), [0, 1, 0, 1]);
  /** @param {number} index */
  const at = (index) => ({ block: matches[index].block, offset: matches[index].start });
  assert.equal(nextMatch(matches, at(1)), 2);
  assert.equal(previousMatch(matches, at(1)), 0);
  assert.equal(nextMatch(matches, at(1), 1), 3);
  assert.equal(nextMatch(matches, at(3)), 0);
  assert.equal(previousMatch(matches, { block: 0, offset: 0 }), 3);
  assert.equal(previousMatch(matches, { block: 0, offset: 0 }, 0), 2);
  assert.equal(nextMatch(matches, { block: 1e9, offset: 0 }), 0);
  assert.equal(nextMatch(matches, at(0), 7), -1);
  assert.equal(nextMatch([], { block: 0, offset: 0 }), -1);
  assert.equal(previousMatch([], { block: 0, offset: 0 }), -1);
  assert.deepEqual([nextMatch(matches, 1), nextMatch(matches, 3), nextMatch(matches, -1), nextMatch(matches, 1, 1)], [2, 0, 0, 3]);
  assert.deepEqual([previousMatch(matches, 1), previousMatch(matches, 0), previousMatch(matches, 4)], [0, 3, 3]);
  article.close();
});
