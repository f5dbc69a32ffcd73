total = 0
for i in range(10):
    if i == 2:
        continue
    if i == 5:
        break
    total += i
else:
    total = -1
n = 0
while n < 7:
    n += 2
else:
    n *= 10


def caught(act):
    steps = []
    try:
        steps.append("body")
        value = act()
    except KeyError:
        steps.append("key")
        value = -1
    except (IndexError, ZeroDivisionError) as error:
        steps.append(type(error).__name__)
        value = -2
    except Exception:
        value = -3
    else:
        steps.append("else")
    finally:
        steps.append("finally")
    return value, steps


empty = {}
one = caught(lambda: empty["a"])
two = caught(lambda: [1][3])
three = caught(lambda: 1 // 0)
four = caught(lambda: int("x"))
five = caught(lambda: 5)


class Own(ValueError):
    pass


def raises(kind):
    try:
        try:
            raise kind("no")
        except Own:
            return "own"
    except ValueError:
        return "value"
    except Exception:
        return "other"


handled = raises(Own), raises(ValueError), raises(KeyError)
again = []
try:
    try:
        raise Own("x")
    except ValueError:
        again.append("first")
        raise
except Own:
    again.append("second")


class Guard:
    def __init__(self, quiet):
        self.quiet = quiet
        self.seen = []

    def __enter__(self):
        self.seen.append("in")
        return self

    def __exit__(self, kind, error, trace):
        self.seen.append(kind.__name__ if kind else "out")
        return self.quiet


with Guard(True) as guard:
    after = 1
    raise KeyError("x")
seen = guard.seen
with Guard(False) as first, Guard(False) as second:
    inner = 3
both = first.seen + second.seen


def left_early():
    with Guard(False) as g:
        return g
    return None


early = left_early().seen


def shape(x):
    match x:
        case 0 | 1:
            return "few"
        case [a, *rest, z] if a > 2:
            return ("ends", a, rest, z)
        case (a, b):
            return a + b
        case {"kind": kind, **others}:
            return kind, others
        case Guard(quiet=True):
            return "quiet"
        case str(text):
            return text
        case None:
            return "none"
        case int() | float() as number:
            return -number
        case _:
            return "other"


matched = [shape(1), shape([3, 4, 5]), shape((1, 2)), shape({"kind": 1, "b": 2}), shape(Guard(True)), shape("t"),
           shape(None), shape(9), shape({1})]
if (m := len(matched)) > 3:
    walrus = m
chained = 1 < m <= 20 != 3
short = [] or "default", 0 and 1, None or 0, "a" and "b"
assert m, "never"
items = [1, 2, 3, 4, 5, 6]
del items[1], items[-1]
items[1:2] = [7, 8]
del items[::2]
counts = {}
for word in "a b a c b a".split():
    counts[word] = counts.get(word, 0) + 1
queue = [1]
for q in queue:
    if q < 4:
        queue.append(q + 1)
