xs = [3, 1, 2]
ys = xs
ys.append(4)
ys += [5]
zs = xs[:]
zs.sort(reverse=True)
by_key = sorted(["bb", "a", "ccc"], key=len)
at, many = xs.index(1), xs.count(9)
popped = zs.pop(), zs.pop(0)
d = {"a": 1, **{"b": 2}}
d |= {"c": 3}
keys, values, pairs = list(d), list(d.values()), list(d.items())
missing = d.get("z"), d.pop("a"), d.setdefault("n", [])
d["n"].append(1)
inverse = {v: k for k, v in {"x": 1, "y": 2}.items()}
long = {i: i * i for i in range(40)}
nine, size = long[9], len(long)
flat = [x for row in [[1, 2], [3]] for x in row if x != 2]
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
shared = [[0] * 2] * 2
shared[0][0] = 1
s = {1, 2, 2} | {3}
s.add(1)
bag = sorted(s), len(s), s == {3, 2, 1}, s & {1, 9} == {1}, s - {1} == {2, 3}, s ^ {1, 4} == {2, 3, 4}, {1} <= s
words = list(set("to be or not to be".split()))
vocabulary = {w: i for i, w in enumerate(words)}
vocabulary_size = len(vocabulary), sorted(words)
zipped = list(zip(xs, "ab")), list(enumerate("ab", 1)), list(map(str, [1, 2])), list(filter(None, [0, 1]))
it = iter([1, 2, 3])
first = next(it)
left = list(it), list(it), next(it, "end")
chunks = [iter([1, 2, 3, 4])] * 2
pairwise = list(zip(*chunks))
gen = (i * i for i in range(3))
once = list(gen), list(gen)


def numbers(n):
    got = yield 0
    for i in range(n):
        if i == 3:
            return
        yield i * 10
    yield from [7, 8]


yielded = list(numbers(2)), list(numbers(9)), sum(numbers(2))
best = max([3, 9, 2]), min("b", "a"), max({"a": 2, "b": 1}, key={"a": 2, "b": 1}.get), sum([[1], [2]], [])
tests = any([0, 1]), all([]), 2 in (1, 2), "a" not in {"b": 1}
numbers_ = divmod(7, 2), pow(2, 5), round(2.567, 1), abs(-3), int("12"), float("1.5"), bool([]), 7 // -2, -7 % 3
text = f"{3:>4}|{2.5:.2f}|{'x'!r}", "-".join(["a", "b"]), "a,b".split(","), "%s_%03d" % ("k", 7)
more_text = "layer.{}.{name}".format(1, name="w"), "abc"[::-1], "Conv2d".lower().replace("d", ""), "a" * 3
compare = [1, 2] < [1, 3], (1, "a") == (1, "a"), [1] == (1,), [1, 2.0] == [1.0, 2], {"a": [1]} == {"a": [1]}
negative = [1, 2, 3, 4][-3:-1], "abcd"[1:-1:2], [1, 2, 3][5:], tuple(range(10, 0, -3))
star = [*range(3), *"ab"], (*[1], 2), {**{"a": 1}, "b": 2}
# unclaimed: words vocabulary chunks it gen
