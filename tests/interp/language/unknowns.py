flag = source()
other = source()


class Block:
    def __init__(self, wide):
        self.down = "down" if wide else None
        self.width = 8 if wide else 4

    def size(self):
        if self.down is not None:
            return self.width * 2
        return self.width * 4


agreed = Block(flag).size()
if flag and other:
    both = 2 if flag else 1
else:
    both = 2


def nested(a, b):
    if a:
        if b:
            return 1
        return 2
    return 3


results = nested(flag, other)
again = nested(flag, other)
same = results == again
if flag == 1:
    exclusive = "one" if flag != 1 else "yes"
elif flag == 2:
    exclusive = "yes" if not flag == 1 else "one"
else:
    exclusive = "yes"
none = 1
if flag is None:
    none = 2 if flag else 1
xs = []
for i in range(4):
    if other == i:
        continue
    xs.append(i)
few = len(xs)
try:
    y = int(other)
    worked = True
except TypeError:
    y = None
    worked = False
consistent = (y is None) != worked
kept = []
kept.append(1) if flag else kept.append(2)
length = len(kept)
n = 0
while other and n < 3:
    n += 1
    if flag:
        break
else:
    n = 5


def options(size=1, depth=2, wide=False, **more):
    return size, depth, "extra" in more, len(more) < 2


settings = {"size": 64}
if flag:
    settings["wide"] = True
chosen_size, chosen_depth, extra, small = options(**settings)
collected = dict(depth=3, **settings)
may_be_wide = "wide" in collected
collected_size = collected["size"]
updated = {"size": 1, "wide": 2, "depth": 7}
updated.update(**settings)
updated_depth = updated["depth"]
updated_wide = updated["wide"]
if other:
    settings["extra"] = 1
_, _, extra_too, _ = options(**settings)
# unclaimed: flag other both_unknown results again same xs few y worked consistent kept n exclusive settings collected may_be_wide updated
# unclaimed: updated_wide extra_too _
