class Base:
    scale = 3
    made = 0

    def __init__(self, n, *, extra=0):
        self.n = n + extra
        Base.made += 1

    def size(self):
        return self.n * self.scale

    @property
    def double(self):
        return self.n * 2

    @double.setter
    def double(self, value):
        self.n = value // 2

    @staticmethod
    def plus(a, b):
        return a + b

    @classmethod
    def of(cls, n):
        return cls(n + 1)

    def __repr__(self):
        return f"Base({self.n})"


class Child(Base):
    scale = 5

    def __init__(self, n):
        super().__init__(n + 1, extra=1)

    def size(self):
        return super(Child, self).size() + 1

    def __len__(self):
        return 7

    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10

    def __call__(self, x):
        return x - self.n

    def __contains__(self, x):
        return x == self.n

    def __eq__(self, other):
        return isinstance(other, Child) and self.n == other.n

    def __lt__(self, other):
        return self.n < other.n

    def __add__(self, other):
        return Child(self.n + (other.n if isinstance(other, Child) else other))

    def __radd__(self, other):
        return ("radd", other)

    def __bool__(self):
        return self.n > 3


c = Child(4)
sizes = c.size(), c.double, c.plus(1, 2), Child.of(1).n
c.double = 20
special = len(c), c[2], c(10), 10 in c, 3 in c
made = Base.made
same = Child(1) == Child(1), Child(1) != Child(1), Child(1) == 5, Child(1) < Child(2), Child(2) > Child(1)
added = (c + 1).n, (c + c).n, 1 + c
truths = bool(c), bool(Child(0)), not Child(0)
kinds = isinstance(c, Base), issubclass(Child, Base), isinstance(c, (int, Base)), type(c) is Child, Child.__name__


class Left(Base):
    def who(self):
        return ["left", *super().who()]


class Right(Base):
    def who(self):
        return ["right"]


class Both(Left, Right):
    def who(self):
        return ["both", *super().who()]


order = Both(1).who()


class Typed:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return getattr(instance, self.name, 0) + 1

    def __set__(self, instance, value):
        setattr(instance, self.name, value * 2)


class Holder:
    __slots__ = ("_size", "other")
    size = Typed()


holder = Holder()
unset = holder.size
holder.size = 5
was_set = holder.size


class Registry:
    known = []

    def __init_subclass__(cls, tag="none", **kwargs):
        super().__init_subclass__(**kwargs)
        Registry.known.append((cls.__name__, tag))


class First(Registry, tag="one"):
    pass


class Second(Registry):
    pass


known = Registry.known


class Single:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
            cls.instance.count = 0
        return cls.instance

    def __init__(self, by):
        self.count += by


Single(2)
count = Single(3).count


class Dynamic:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        return name.upper()


dynamic = Dynamic()
read = dynamic.real, dynamic.missing
setattr(dynamic, "later", 5)
names = sorted(vars(dynamic)), hasattr(dynamic, "later"), getattr(dynamic, "real", 0), dynamic.later
del dynamic.later
deleted = dynamic.later


class Rows:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        self.i = 0
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i * self.i


rows = list(Rows(4))
looped = [r for r in Rows(3)]


class Generic:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


got = Generic[int] == ("Generic", int)


class Outer:
    width = 4
    sizes = [width] * 2

    class Inner:
        depth = 2

    def make(self):
        return self.Inner.depth * self.width


nested = Outer().make(), Outer.sizes, Outer.Inner.__name__
absent = getattr(holder, "absent", "default")
# unclaimed: rows looped got absent
