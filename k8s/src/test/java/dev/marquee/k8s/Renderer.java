package dev.marquee.k8s;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the resources that a folder with a {@code kustomization.yaml} stands for.
 */
interface Renderer {

    /**
     * @throws IllegalArgumentException saying what is wrong with the folder
     */
    List<ObjectNode> render(Path folder);
}
