package cc.agent.bake;

import cc.agent.bake.ClassFacts.Call;
import cc.agent.bake.ClassFacts.MethodFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which methods of the JDK's file packages programs can get to without passing a hook. Whatever is outside these
 * packages counts as called. An object's methods are reached by a virtual call only if something that is reached makes
 * objects of its class: what only hooked methods make belongs to files of this machine.
 *
 * <p>A call that native code or reflection makes is not seen.
 */
final class Reach {
    private final JavaBase base;
    private final Set<MethodId> hooked;
    /** Methods of file packages by name and descriptor. */
    private final Map<String, List<MethodFacts>> bySignature = new HashMap<>();

    /** Calls from other packages. */
    private final Set<Call> outside = new HashSet<>();

    private final Set<String> instantiated = new HashSet<>();
    /** Those classes, and all that they extend and implement. */
    private final Set<String> made = new HashSet<>();

    /** Methods that a virtual call of such an object executes. */
    private final Set<MethodFacts> dispatched = new HashSet<>();

    private final Map<String, Set<String>> kinds = new HashMap<>();
    private final Set<MethodFacts> reached = new HashSet<>();
    private final Set<MethodFacts> waysIn = new HashSet<>();
    private final Map<MethodFacts, Set<MethodFacts>> callers = new HashMap<>();
    private final Map<Call, List<MethodFacts>> targets = new HashMap<>();

    /** @param hooked as {@link HookedMethods} finds them in this JDK */
    Reach(JavaBase base, Set<MethodId> hooked) {
        this.base = base;
        this.hooked = hooked;
        for (ClassFacts facts : base.classes().values()) {
            if (FileNatives.covers(facts.packageName())) {
                facts.methods()
                        .forEach((signature, method) -> bySignature
                                .computeIfAbsent(signature, each -> new ArrayList<>())
                                .add(method));
            } else {
                for (MethodFacts method : facts.methods().values()) {
                    method.made().forEach(this::makes);
                    outside.addAll(method.calls());
                }
            }
        }
        // Each round may make objects of more classes, whose methods are then reached.
        int before;
        do {
            before = reached.size() + instantiated.size();
            targets.clear();
            enter();
            follow();
        } while (reached.size() + instantiated.size() > before);
    }

    Set<MethodFacts> reached() {
        return reached;
    }

    /** Whether programs, or the JDK's other packages, call this method. */
    boolean isWayIn(MethodFacts method) {
        return waysIn.contains(method);
    }

    /** Methods that are reached, not hooked, and call this one. */
    Set<MethodFacts> callersOf(MethodFacts method) {
        return callers.getOrDefault(method, Set.of());
    }

    private void enter() {
        outside.forEach(call -> targetsOf(call).forEach(this::enterAt));
        for (ClassFacts facts : base.classes().values()) {
            if (!FileNatives.covers(facts.packageName())) {
                continue;
            }
            boolean open = facts.isPublic() && base.exported().contains(facts.packageName());
            for (MethodFacts method : facts.methods().values()) {
                if (method.id().name().equals("<clinit>")) {
                    reached.add(method);
                } else if ((open && method.isVisibleOutside()) && exists(method) || isAnswerToOthers(method)) {
                    enterAt(method);
                }
            }
        }
    }

    private void enterAt(MethodFacts method) {
        waysIn.add(method);
        reached.add(method);
    }

    private boolean exists(MethodFacts method) {
        return method.isStatic()
                || method.id().name().equals("<init>")
                || made.contains(method.id().owner());
    }

    /** Whether a method implements one that everybody can call. */
    private boolean isAnswerToOthers(MethodFacts method) {
        if (method.isStatic()
                || method.id().name().startsWith("<")
                || !method.isVisibleOutside()
                || !dispatched.contains(method)) {
            return false;
        }
        String signature = method.id().name() + method.id().descriptor();
        return kindsOf(method.id().owner()).stream()
                .filter(kind -> !kind.equals(method.id().owner()))
                .map(kind -> base.classes().get(kind))
                .anyMatch(kind -> kind != null
                        && kind.methods().containsKey(signature)
                        && (!FileNatives.covers(kind.packageName())
                                || (kind.isPublic() && base.exported().contains(kind.packageName()))));
    }

    private void follow() {
        Deque<MethodFacts> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            MethodFacts method = open.remove();
            if (hooked.contains(method.id())) {
                continue;
            }
            method.made().forEach(this::makes);
            for (Call call : method.calls()) {
                for (MethodFacts target : targetsOf(call)) {
                    callers.computeIfAbsent(target, each -> new HashSet<>()).add(method);
                    if (reached.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
    }

    /** The methods of file packages that a call may execute. */
    private List<MethodFacts> targetsOf(Call call) {
        return targets.computeIfAbsent(call, this::findTargets);
    }

    private List<MethodFacts> findTargets(Call call) {
        String signature = call.method().name() + call.method().descriptor();
        List<MethodFacts> candidates = bySignature.getOrDefault(signature, List.of());
        if (candidates.isEmpty()) {
            return candidates;
        }
        List<MethodFacts> found = new ArrayList<>();
        for (ClassFacts facts : base.lineOf(call.method().owner())) {
            MethodFacts method = facts.methods().get(signature);
            if (method != null) {
                if (candidates.contains(method) && (!call.virtual() || dispatched.contains(method))) {
                    found.add(method);
                }
                break;
            }
        }
        if (call.virtual()) {
            for (MethodFacts candidate : candidates) {
                String owner = candidate.id().owner();
                if (!candidate.isStatic()
                        && kindsOf(owner).contains(call.method().owner())
                        && dispatched.contains(candidate)) {
                    found.add(candidate);
                }
            }
        }
        return found;
    }

    private void makes(String type) {
        if (!instantiated.add(type)) {
            return;
        }
        made.addAll(kindsOf(type));
        Set<String> overridden = new HashSet<>();
        for (ClassFacts facts : base.lineOf(type)) {
            facts.methods().forEach((signature, method) -> {
                if (overridden.add(signature) || method.isPrivate()) {
                    dispatched.add(method);
                }
            });
        }
        for (String kind : kindsOf(type)) {
            ClassFacts facts = base.classes().get(kind);
            if (facts != null && facts.isInterface()) {
                dispatched.addAll(facts.methods().values());
            }
        }
    }

    private Set<String> kindsOf(String name) {
        return kinds.computeIfAbsent(name, base::kindsOf);
    }
}
