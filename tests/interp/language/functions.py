import functools


def all_kinds(a, /, b=2, *rest, c, d=4, **others):
    return (a, b, rest, c, d, sorted(others))


kinds = all_kinds(1, c=3)
more_kinds = all_kinds(1, 2, 3, 4, c=5, e=6)
spread = all_kinds(*[1, 2], *(3,), **{"c": 5}, **{"z": 1})


def keep(item, kept=[]):
    kept.append(item)
    return len(kept)


first_kept, second_kept = keep("a"), keep("b")


def counter(start=0):
    def add(step=1):
        nonlocal start
        start += step
        return start

    return add


one, other = counter(), counter(10)
counted = (one(), one(2), other())
late = [call() for call in [lambda: i for i in range(3)]]
early = [call() for call in [lambda i=i: i for i in range(3)]]
total = 0


def bump(by):
    global total
    total += by
    return total


bumped = bump(2) + bump(3)


def scaled(factor):
    def decorate(function):
        @functools.wraps(function)
        def run(*args, **kwargs):
            return function(*args, **kwargs) * factor

        return run

    return decorate


@scaled(3)
def plus(a, b=1):
    return a + b


decorated, its_name = plus(2), plus.__name__
part = functools.partial(plus, b=5)
partly = part(1)


def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)


deep = factorial(12)


def walk(n, out):
    if n == 0:
        return out
    out.append(n)
    return walk(n - 1, out)


walked = walk(15, [])


def early_return(x):
    for i in range(5):
        if i * i > x:
            return i
    return -1


found, not_found = early_return(5), early_return(100)


def finally_wins():
    try:
        return "body"
    finally:
        return "final"


final = finally_wins()
log = []


def leaves_by_return():
    try:
        return len(log)
    finally:
        log.append("left")


left = leaves_by_return(), len(log)
tail = (lambda *a, **k: (len(a), sorted(k)))(1, 2, x=3)
head, *middle, (last, end) = [1, 2, 3, (4, 5)]
a = b = [1]
b.append(2)
x, y = 1, 2
x, y = y, x
